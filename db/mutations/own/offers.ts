import { and, count, eq } from 'drizzle-orm'
import type { OfferDecision } from '#lib/api/own-offers.ts'
import { parseHttpUrl } from '#lib/addresses/http-url.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { newReadingId } from '#lib/catalogue/reading-id.ts'
import { conflict, invalid, notFound } from '#lib/problems.ts'
import { studyDayOf } from '#lib/study/study-day.ts'
import { type CatalogueAdmin, requireCatalogueAdmin } from '#db/catalogue-admin.ts'
import { type Transaction, transaction } from '#db/client.ts'
import { applyBatchWithin } from '#db/mutations/catalogue/catalogue-changes.ts'
import { mergeReadings } from '#db/mutations/catalogue/merge-readings.ts'
import { ownReadingWithin } from '#db/queries/own/own-readings.ts'
import { catalogueReadingAt } from '#db/queries/search/search.ts'
import { allReadings, mergedReadings, ownOffers, sections, topics } from '#db/schema/index.ts'

/** Most offers of one person that wait. */
const mostOpen = 20

/**
 * Offers one of the viewer's own readings to the catalogue, or changes what they say about it.
 * @param now milliseconds, UTC.
 * @throws Problem 404 for one that is not theirs, 422 without an address and for too many that wait.
 */
export async function offerReading(viewer: Viewer, readingId: string, reason: string, now: number): Promise<void> {
  await transaction((tx) => {
    const reading = ownReadingWithin(tx, viewer, readingId)
    if (!reading?.isMine) throw notFound('reading')
    if (reading.url === null)
      throw invalid('reason', 'The catalogue holds what everybody can open: give this reading an address first.')
    const open = tx
      .select({ n: count() })
      .from(ownOffers)
      .where(and(eq(ownOffers.userId, viewer.id), eq(ownOffers.state, 'open')))
      .get()
    if ((open?.n ?? 0) >= mostOpen)
      throw invalid('reason', `${mostOpen} of your offers wait: let them be decided first.`)
    const row = { userId: viewer.id, reason, state: 'open' as const, createdAt: now, decidedAt: null }
    tx.insert(ownOffers)
      .values({ readingId, ...row })
      .onConflictDoUpdate({ target: ownOffers.readingId, set: row })
      .run()
  })
}

/** Takes an offer of the viewer's back; none to take back is fine. */
export async function withdrawOffer(viewer: Viewer, readingId: string): Promise<void> {
  await transaction((tx) => {
    tx.delete(ownOffers)
      .where(and(eq(ownOffers.readingId, readingId), eq(ownOffers.userId, viewer.id), eq(ownOffers.state, 'open')))
      .run()
  })
}

/**
 * Accepts an offered reading into the catalogue, with all that hangs on it, or declines it. Where the catalogue has its
 * address by now, it becomes that reading.
 * @param now milliseconds, UTC.
 * @returns the id in the catalogue; null when it was declined.
 * @throws Problem 404 for an offer that is not there, 409 for one that is decided, 422 for a place that is not there.
 */
export async function decideOffer(
  admin: CatalogueAdmin & Viewer,
  readingId: string,
  decision: OfferDecision,
  now: number,
): Promise<string | null> {
  requireCatalogueAdmin(admin)
  return transaction((tx) => {
    const offer = tx.select().from(ownOffers).where(eq(ownOffers.readingId, readingId)).get()
    if (!offer) throw notFound('offer')
    if (offer.state !== 'open') throw conflict('Somebody decided this offer already.')
    const settle = (state: 'accepted' | 'declined') =>
      tx.update(ownOffers).set({ state, decidedAt: now }).where(eq(ownOffers.readingId, readingId)).run()
    if (decision.state === 'declined') {
      settle('declined')
      return null
    }
    const own = tx.select().from(allReadings).where(eq(allReadings.id, readingId)).get()
    if (!own || own.ownerId === null || !parseHttpUrl(own.url)) throw notFound('offer')
    settle('accepted')
    const id = catalogueReadingAt(own.url) ?? addToCatalogue(tx, admin, own, decision, now)
    mergeReadings(tx, readingId, id, now)
    return id
  })
}

function addToCatalogue(
  tx: Transaction,
  admin: Viewer,
  own: typeof allReadings.$inferSelect,
  { sectionId, topicId, title }: Extract<OfferDecision, { state: 'accepted' }>,
  now: number,
): string {
  if (!tx.select({ id: sections.id }).from(sections).where(eq(sections.id, sectionId)).get())
    throw invalid('sectionId', 'There is no such section.')
  const topic = topicId === null ? null : tx.select().from(topics).where(eq(topics.id, topicId)).get()
  if (topic === undefined || (topic && topic.sectionId !== sectionId))
    throw invalid('topicId', 'This section has no such topic.')
  const isTaken = (table: typeof allReadings | typeof mergedReadings, id: string) =>
    tx.select({ id: table.id }).from(table).where(eq(table.id, id)).get() !== undefined
  const readingId = newReadingId(title, { has: (id) => isTaken(allReadings, id) || isTaken(mergedReadings, id) })
  applyBatchWithin(
    tx,
    {
      source: 'report',
      title: `Offered by a reader: ${title}`,
      changes: [
        {
          kind: 'added',
          readingId,
          before: null,
          after: {
            title,
            url: own.url,
            formerUrls: own.formerUrls,
            organisation: null,
            people: own.byline ? [own.byline] : [],
            technologies: [],
            medium: own.medium,
            parts: own.parts,
            minutes: own.minutesBasis === 'stated' ? own.minutes : null,
            listedOn: studyDayOf(admin, now),
            delistedOn: null,
            listings: [{ sectionId, topicId, title, introduction: false }],
            list: null,
          },
        },
      ],
    },
    now,
  )
  return readingId
}
