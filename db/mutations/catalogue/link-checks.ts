import { eq } from 'drizzle-orm'
import { normaliseUrl } from '#lib/addresses/same-address.ts'
import { type LinkState, personSaid } from '#lib/link-checks/outcome.ts'
import { dayOf } from '#lib/planning/days.ts'
import { invalid, notFound } from '#lib/problems.ts'
import { db, type Transaction, transaction } from '#db/client.ts'
import { type CatalogueAdmin, requireCatalogueAdmin } from '#db/catalogue-admin.ts'
import { linkChecks, readings } from '#db/schema/index.ts'
import { applyBatchWithin } from './catalogue-changes.ts'
import { bumpRevision } from './catalogue-state.ts'

/** Saves what a look at an address gave, at once, so that a broken-off run goes on where it stopped. */
export async function saveLinkCheck(readingId: string, state: LinkState): Promise<void> {
  setLinkState(db(), readingId, state)
}

/** Has the pages show what was saved. */
export async function publishLinkChecks(now: number): Promise<void> {
  await transaction((tx) => bumpRevision(tx, now))
}

/**
 * Says of a reading's address what a person found out: `dead`, `alive` after all, or alive `behind a paywall`.
 * @throws Problem 403 for nobody's admin, 404 for a reading that is not there.
 */
export async function setLinkFinding(
  admin: CatalogueAdmin,
  readingId: string,
  finding: LinkFinding,
  now: number,
): Promise<void> {
  requireCatalogueAdmin(admin)
  await transaction((tx) => {
    setLinkFindingWithin(tx, readingId, finding, now)
    bumpRevision(tx, now)
  })
}

/** What a person can find out of an address. */
export type LinkFinding = 'alive' | 'dead' | 'paywall'

/** `setLinkFinding` inside a transaction that does more, and that counts the revision up. */
export function setLinkFindingWithin(tx: Transaction, readingId: string, finding: LinkFinding, now: number): void {
  const { url } = requireReading(tx, readingId)
  setLinkState(tx, readingId, {
    url,
    status: finding === 'dead' ? 'dead' : 'alive',
    httpStatus: null,
    location: null,
    failures: 0,
    reason: finding === 'alive' ? '' : personSaid[finding],
    checkedOn: dayOf(now, 'UTC', 0),
  })
}

/**
 * Gives a reading another address; the one it had is kept as a former one, and everybody's marks stay where they are.
 * @returns the record's id, null when it has that address already.
 * @throws Problem 403 for nobody's admin, 404 for a reading that is not there, 422 for an address of another reading.
 */
export async function setReadingUrl(
  admin: CatalogueAdmin,
  readingId: string,
  url: string,
  now: number,
): Promise<string | null> {
  requireCatalogueAdmin(admin)
  return transaction((tx) => setReadingUrlWithin(tx, readingId, url, now))
}

/** `setReadingUrl` inside a transaction that does more. */
export function setReadingUrlWithin(tx: Transaction, readingId: string, url: string, now: number): string | null {
  const reading = requireReading(tx, readingId)
  if (reading.url === url) return null
  const key = normaliseUrl(url)
  if (key === null) throw invalid('url', 'This is no http or https address.')
  const others = tx.select({ id: readings.id, title: readings.title, url: readings.url }).from(readings).all()
  const other = others.find((each) => each.id !== readingId && normaliseUrl(each.url) === key)
  if (other) throw invalid('url', `“${other.title}” stands at this address already.`)
  const { title, ...before } = reading
  const formerUrls = [...new Set([...before.formerUrls, before.url])].filter((each) => each !== url)
  const change = { kind: 'readdressed' as const, readingId, before, after: { url, formerUrls } }
  return applyBatchWithin(tx, { source: 'report', title: `New address of “${title}”`, changes: [change] }, now)
}

function requireReading(tx: Transaction, id: string) {
  const reading = tx
    .select({ title: readings.title, url: readings.url, formerUrls: readings.formerUrls })
    .from(readings)
    .where(eq(readings.id, id))
    .get()
  if (!reading) throw notFound('reading')
  return reading
}

function setLinkState(tx: Pick<Transaction, 'insert'>, readingId: string, state: LinkState): void {
  tx.insert(linkChecks)
    .values({ readingId, ...state })
    .onConflictDoUpdate({ target: linkChecks.readingId, set: state })
    .run()
}
