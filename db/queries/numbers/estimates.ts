import { createHash } from 'node:crypto'
import { desc, eq } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { type RangeScore, rangesScored, scoreRanges } from '#lib/numbers/estimates.ts'
import { blanked } from '#lib/numbers/blanked.ts'
import type { AskedFigure, SourcedFigure } from '#lib/numbers/sourced-figure.ts'
import { db } from '#db/client.ts'
import { estimates } from '#db/schema/index.ts'
import { figureKey } from './figures.ts'

const perSession = 10

/** How good the viewer's last hundred ranges were, and ten figures to estimate: other ones after each range. */
export async function getEstimation(
  viewer: Viewer,
  figures: readonly SourcedFigure[],
): Promise<{ score: RangeScore | null; count: number; asked: AskedFigure[] }> {
  const rows = db()
    .select({ figure: estimates.figure, low: estimates.low, high: estimates.high, value: estimates.value })
    .from(estimates)
    .where(eq(estimates.userId, viewer.id))
    .orderBy(desc(estimates.at), desc(estimates.id))
    .limit(rangesScored)
    .all()
  const lately = new Set(rows.map(({ figure }) => figure))
  const order = (key: string) =>
    createHash('sha256').update(`${viewer.id} ${rows.length} ${rows[0]?.figure} ${key}`).digest('hex')
  const asked = figures
    .filter(({ kind, value }) => kind !== 'share' && value > 0)
    .map((figure) => ({ key: figureKey(figure), figure }))
    .toSorted((a, b) => Number(lately.has(a.key)) - Number(lately.has(b.key)) || (order(a.key) < order(b.key) ? -1 : 1))
    .slice(0, perSession)
    .map(({ key, figure }) => ({
      figure: key,
      system: figure.system,
      sentence: blanked(figure),
      kind: figure.kind,
      of: figure.of,
    }))
  return { score: scoreRanges(rows), count: rows.length, asked }
}
