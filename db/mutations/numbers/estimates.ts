import { eq } from 'drizzle-orm'
import type { Estimate, EstimateInput } from '#lib/api/estimates.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { invalid, notFound } from '#lib/problems.ts'
import { transaction } from '#db/client.ts'
import { requireRoom } from '#db/queries/accounts/person-bytes.ts'
import { figureKey, listFigures } from '#db/queries/numbers/figures.ts'
import { estimates } from '#db/schema/index.ts'

/** What an estimate takes of a person's room, bytes. */
const estimateBytes = 200

/**
 * Keeps a range for a figure of the viewer's numbers. The first one stands: the truth was told with it.
 * @param now milliseconds, UTC
 * @throws Problem 404 for an estimate of somebody else, 422 on `figure` for a figure that is not there.
 */
export async function setEstimate(viewer: Viewer, id: string, input: EstimateInput, now: number): Promise<Estimate> {
  const { figures } = await listFigures(viewer)
  const figure = figures.find((one) => figureKey(one) === input.figure)
  return transaction((tx) => {
    const before = tx.select().from(estimates).where(eq(estimates.id, id)).get()
    if (before && before.userId !== viewer.id) throw notFound('estimate')
    if (before) return answerOf(before)
    if (!figure) throw invalid('figure', 'This figure is no longer among your numbers.')
    requireRoom(viewer, estimateBytes, now)
    const { low, high, at } = input
    const { kind, value } = figure
    const row = { id, figure: input.figure, kind, low, high, value, at: Math.min(at, now) }
    tx.insert(estimates)
      .values({ ...row, userId: viewer.id })
      .run()
    return answerOf(row)
  })
}

function answerOf({ id, figure, low, high, value }: Estimate): Estimate {
  return { id, figure, low, high, value }
}
