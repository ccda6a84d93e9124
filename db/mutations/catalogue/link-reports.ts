import { randomUUID } from 'node:crypto'
import { and, eq, inArray } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { conflict, invalid, notFound } from '#lib/problems.ts'
import { transaction } from '#db/client.ts'
import { type CatalogueAdmin, requireCatalogueAdmin } from '#db/catalogue-admin.ts'
import { linkReports, readings } from '#db/schema/index.ts'
import { bumpRevision } from './catalogue-state.ts'
import { setLinkFindingWithin, setReadingUrlWithin } from './link-checks.ts'

/** What a person says of a reading's address. */
export interface ReportInput {
  kind: 'dead' | 'moved' | 'paywall'
  /** Where it is now, with `moved`. */
  url?: string | undefined
}

/**
 * Keeps what the viewer says of a reading's address until the admin decides. Saying the same kind again before that
 * replaces what was said.
 * @throws Problem 404 for a reading that is not there, 422 for "moved" without an address or to the same one.
 */
export async function createReport(
  viewer: Viewer,
  readingId: string,
  input: ReportInput,
  now: number,
): Promise<{ id: string }> {
  return transaction((tx) => {
    const reading = tx.select({ url: readings.url }).from(readings).where(eq(readings.id, readingId)).get()
    if (!reading) throw notFound('reading')
    const url = input.kind === 'moved' ? (input.url ?? null) : null
    if (input.kind === 'moved' && url === null) throw invalid('url', 'Give the address that it moved to.')
    if (url === reading.url) throw invalid('url', 'That is the address it has.')
    const own = and(
      eq(linkReports.readingId, readingId),
      eq(linkReports.userId, viewer.id),
      eq(linkReports.kind, input.kind),
      eq(linkReports.state, 'open'),
    )
    const before = tx.select({ id: linkReports.id }).from(linkReports).where(own).get()
    if (before) {
      tx.update(linkReports).set({ url, createdAt: now }).where(eq(linkReports.id, before.id)).run()
      return before
    }
    const id = randomUUID()
    const row = { id, readingId, userId: viewer.id, kind: input.kind, url, state: 'open' as const, createdAt: now }
    tx.insert(linkReports).values(row).run()
    return { id }
  })
}

/** What an admin decides; `url` is the address to take instead of the one that was reported. */
export interface Decision {
  state: 'accepted' | 'declined'
  url?: string | undefined
}

/**
 * Decides a report. Accepting updates the catalogue: the new address with the former one kept, or what is known of the
 * link; all other open reports that this answers are accepted with it. Deciding twice alike is deciding once.
 * @throws Problem 403 for nobody's admin, 404 for a report that is not there, 409 when it was decided
 * otherwise, 422 for an address that will not do.
 */
export async function decideReport(
  admin: CatalogueAdmin,
  id: string,
  { state, url }: Decision,
  now: number,
): Promise<void> {
  requireCatalogueAdmin(admin)
  await transaction((tx) => {
    const report = tx.select().from(linkReports).where(eq(linkReports.id, id)).get()
    if (!report) throw notFound('report')
    if (report.state === state) return
    if (report.state !== 'open') throw conflict(`This was ${report.state} before you decided. Look at the list again.`)
    const decided = { state, decidedAt: now }
    tx.update(linkReports).set(decided).where(eq(linkReports.id, id)).run()
    if (state === 'declined') return
    const { readingId, kind } = report
    if (kind === 'moved') setReadingUrlWithin(tx, readingId, url ?? report.url ?? '', now)
    else {
      setLinkFindingWithin(tx, readingId, kind, now)
      bumpRevision(tx, now)
    }
    const answered = kind === 'moved' ? (['dead', 'moved'] as const) : ([kind] as const)
    tx.update(linkReports)
      .set(decided)
      .where(
        and(
          eq(linkReports.readingId, readingId),
          eq(linkReports.state, 'open'),
          inArray(linkReports.kind, [...answered]),
        ),
      )
      .run()
  })
}
