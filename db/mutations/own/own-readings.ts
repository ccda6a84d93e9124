import { and, eq, ne } from 'drizzle-orm'
import { addressKey } from '#lib/addresses/same-address.ts'
import type { AddedReading, OwnReading, OwnReadingChange } from '#lib/api/own-readings.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { mostOwnReadings, type OwnFacts, wholeFacts } from '#lib/own/own-facts.ts'
import { newOwnId } from '#lib/own/own-id.ts'
import { conflict, invalid, notFound } from '#lib/problems.ts'
import { studyDayOf } from '#lib/study/study-day.ts'
import { type Transaction, transaction } from '#db/client.ts'
import { countOwn, ownReadingWithin } from '#db/queries/own/own-readings.ts'
import { catalogueReadingAt } from '#db/queries/search/search.ts'
import { allReadings, readings } from '#db/schema/index.ts'

/**
 * Adds a reading of the viewer's own. An address that the catalogue has, or the viewer added before, leads to that
 * reading and adds nothing.
 * @param now milliseconds, UTC.
 * @throws Problem 422 when there are as many as a person may have, 409 for an id that is taken.
 */
export async function addOwnReading(
  viewer: Viewer,
  input: OwnFacts & { id?: string | undefined },
  now: number,
): Promise<AddedReading> {
  return transaction((tx) => addOwnWithin(tx, viewer, input, now))
}

/** `addOwnReading` inside a transaction that does more. */
export function addOwnWithin(
  tx: Transaction,
  viewer: Viewer,
  { id = newOwnId(), ...input }: OwnFacts & { id?: string | undefined },
  now: number,
): AddedReading {
  const known = knownReading(tx, viewer, input.url)
  if (known) return known
  const taken = tx
    .select({ ownerId: allReadings.ownerId, title: allReadings.title })
    .from(allReadings)
    .where(eq(allReadings.id, id))
    .get()
  if (taken?.ownerId === viewer.id) return { id, is: 'own', title: taken.title }
  if (taken) throw conflict('This reading could not be added under its id. Try again.')
  if (countOwn(tx, viewer) >= mostOwnReadings)
    throw invalid(
      'url',
      `You have ${mostOwnReadings.toLocaleString('en')} readings of your own, as many as there can be. Delete some first.`,
    )
  insertOwn(tx, viewer, id, input, now)
  return { id, is: 'new', title: wholeFacts(input).title }
}

/** The reading that an address leads to for the viewer: the catalogue's, or one of their own; null for a new one. */
function knownReading(tx: Transaction, viewer: Viewer, url: string | null): AddedReading | null {
  if (url === null) return null
  const inCatalogue = catalogueReadingAt(url)
  if (inCatalogue !== null) {
    const row = tx.select({ title: readings.fullTitle }).from(readings).where(eq(readings.id, inCatalogue)).get()
    if (row) return { id: inCatalogue, is: 'catalogue', title: row.title }
  }
  const own = tx
    .select({ id: allReadings.id, title: allReadings.title })
    .from(allReadings)
    .where(and(eq(allReadings.ownerId, viewer.id), eq(allReadings.addressKey, addressKey(url) ?? url)))
    .get()
  return own ? { ...own, is: 'own' } : null
}

/** Writes an own reading that is not there yet. */
export function insertOwn(
  tx: Transaction,
  viewer: Viewer,
  id: string,
  input: OwnFacts,
  now: number,
  updatedAt = now,
): void {
  const { isEstimate, minutes, ...facts } = wholeFacts(input)
  const basis = isEstimate ? 'rule' : 'stated'
  tx.insert(allReadings)
    .values({
      id,
      ...facts,
      rowTitle: facts.title,
      fullTitle: facts.title,
      formerUrls: [],
      minutes,
      minutesBasis: basis,
      baseMinutes: minutes,
      baseBasis: basis,
      listedOn: studyDayOf(viewer, now),
      ownerId: viewer.id,
      addressKey: keyOf(facts.url),
      ownAddedAt: now,
      ownUpdatedAt: updatedAt,
    })
    // An import works in slices: the address may have been added in between.
    .onConflictDoNothing()
    .run()
}

function keyOf(url: string): string | null {
  return url === '' ? null : (addressKey(url) ?? url)
}

/**
 * Changes a reading that the viewer added.
 * @throws Problem 404 for one that is not theirs, 409 for an address that another reading of theirs, or of the
 *   catalogue, has.
 */
export async function setOwnReading(
  viewer: Viewer,
  id: string,
  change: OwnReadingChange,
  now: number,
): Promise<OwnReading> {
  return transaction((tx) => {
    const before = ownReadingWithin(tx, viewer, id)
    if (!before?.isMine) throw notFound('reading')
    const url = change.url === undefined ? before.url : change.url
    if (url !== before.url) refuseTaken(tx, viewer, id, url)
    const minutes = change.minutes === undefined ? (before.isEstimate ? undefined : before.minutes) : change.minutes
    const facts = wholeFacts({
      title: change.title ?? before.title,
      url,
      byline: change.byline ?? before.byline,
      medium: change.medium ?? before.medium,
      parts: change.parts ?? before.parts,
      minutes: minutes ?? undefined,
    })
    const { isEstimate, ...columns } = facts
    tx.update(allReadings)
      .set({
        ...columns,
        rowTitle: facts.title,
        fullTitle: facts.title,
        minutesBasis: isEstimate ? 'rule' : 'stated',
        baseMinutes: facts.minutes,
        baseBasis: isEstimate ? 'rule' : 'stated',
        addressKey: keyOf(facts.url),
        ownUpdatedAt: now,
      })
      .where(eq(allReadings.id, id))
      .run()
    const after = ownReadingWithin(tx, viewer, id)
    if (!after) throw notFound('reading')
    return after
  })
}

function refuseTaken(tx: Transaction, viewer: Viewer, id: string, url: string | null): void {
  if (url === null) return
  const key = addressKey(url) ?? url
  const other = tx
    .select({ title: allReadings.title })
    .from(allReadings)
    .where(and(eq(allReadings.ownerId, viewer.id), eq(allReadings.addressKey, key), ne(allReadings.id, id)))
    .get()
  if (other) throw conflict(`You have a reading at this address already: “${other.title}”.`)
  if (catalogueReadingAt(url) !== null)
    throw conflict('The catalogue has a reading at this address. Use that one, and delete this.')
}
