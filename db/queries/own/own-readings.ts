import { and, asc, count, desc, eq, inArray, isNotNull, isNull, lt, or } from 'drizzle-orm'
import type { OwnReading } from '#lib/api/own-readings.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { ReadingRow } from '#lib/catalogue/reading-row.ts'
import { isOwnId } from '#lib/own/own-id.ts'
import { db, type Reader } from '#db/client.ts'
import { maySeeReading } from '#db/conditions.ts'
import { listReadingRows } from '#db/queries/catalogue/catalogue.ts'
import { allReadings, items, members, plans, users } from '#db/schema/index.ts'

/** The columns of an own reading that leave the server. */
const columns = {
  id: allReadings.id,
  title: allReadings.title,
  url: allReadings.url,
  byline: allReadings.byline,
  medium: allReadings.medium,
  parts: allReadings.parts,
  minutes: allReadings.minutes,
  minutesBasis: allReadings.minutesBasis,
  addedOn: allReadings.listedOn,
  ownerId: allReadings.ownerId,
  updatedAt: allReadings.ownUpdatedAt,
}

type Row = { [K in keyof typeof columns]: (typeof columns)[K]['_']['data'] | null }

/** An own reading that the viewer may see, or null: theirs, or one that a plan of theirs holds. */
export async function getOwnReading(viewer: Viewer, id: string): Promise<OwnReading | null> {
  return ownReadingWithin(db(), viewer, id)
}

/** `getOwnReading` inside a transaction. */
export function ownReadingWithin(reader: Reader, viewer: Viewer, id: string): OwnReading | null {
  const row = reader
    .select(columns)
    .from(allReadings)
    .where(and(eq(allReadings.id, id), isNotNull(allReadings.ownerId), maySeeReading(viewer.id)))
    .get()
  return row ? shown(viewer, row) : null
}

function shown(viewer: Viewer, { ownerId, url, minutesBasis, updatedAt, ...row }: Row): OwnReading {
  return {
    ...(row as OwnReading),
    url: url || null,
    isEstimate: minutesBasis === 'rule',
    isMine: ownerId === viewer.id,
    updatedAt: updatedAt ?? 0,
  }
}

/** Who added an own reading that the viewer may see: their name, for the people of a plan. */
export async function getAdder(viewer: Viewer, id: string): Promise<string | null> {
  const row = db()
    .select({ name: users.name })
    .from(allReadings)
    .innerJoin(users, eq(users.id, allReadings.ownerId))
    .where(and(eq(allReadings.id, id), maySeeReading(viewer.id)))
    .get()
  return row?.name ?? null
}

/** The viewer's plans that hold a reading. */
export async function listPlansHolding(viewer: Viewer, readingId: string): Promise<{ id: string; title: string }[]> {
  return db()
    .selectDistinct({ id: plans.id, title: plans.title })
    .from(items)
    .innerJoin(plans, and(eq(plans.id, items.planId), isNull(plans.deletedAt)))
    .innerJoin(members, and(eq(members.planId, plans.id), eq(members.userId, viewer.id), isNotNull(members.joinedAt)))
    .where(eq(items.readingId, readingId))
    .orderBy(asc(plans.title))
    .all()
}

/**
 * The readings that the viewer added, the last first.
 * @param cursor what a page before this one gave; null for the first.
 */
export async function listOwnReadings(
  viewer: Viewer,
  { limit, cursor = null }: { limit: number; cursor?: string | null | undefined },
): Promise<{ items: OwnReading[]; total: number; nextCursor: string | null }> {
  const [at = 0, id = ''] = cursor?.split('.') ?? []
  const before =
    cursor === null
      ? undefined
      : or(
          lt(allReadings.ownAddedAt, Number(at)),
          and(eq(allReadings.ownAddedAt, Number(at)), lt(allReadings.id, String(id))),
        )
  const rows = db()
    .select({ ...columns, addedAt: allReadings.ownAddedAt })
    .from(allReadings)
    .where(and(eq(allReadings.ownerId, viewer.id), before))
    .orderBy(desc(allReadings.ownAddedAt), desc(allReadings.id))
    .limit(limit + 1)
    .all()
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    items: page.map(({ addedAt: _, ...row }) => shown(viewer, row)),
    total: countOwn(db(), viewer),
    nextCursor: rows.length > limit && last ? `${last.addedAt}.${last.id}` : null,
  }
}

/** What the addresses of the viewer's own readings are compared by. */
export function listOwnKeys(viewer: Viewer): string[] {
  return db()
    .select({ key: allReadings.addressKey })
    .from(allReadings)
    .where(and(eq(allReadings.ownerId, viewer.id), isNotNull(allReadings.addressKey)))
    .all()
    .flatMap(({ key }) => key ?? [])
}

/** How many readings the viewer added. */
export function countOwn(reader: Reader, viewer: Viewer): number {
  return reader.select({ n: count() }).from(allReadings).where(eq(allReadings.ownerId, viewer.id)).get()?.n ?? 0
}

/**
 * Rows for these readings, in the order given: the catalogue's, and own ones that the viewer may see. Others are left
 * out.
 */
export async function listRowsFor(viewer: Viewer, ids: string[]): Promise<ReadingRow[]> {
  const own = ids.filter(isOwnId)
  if (own.length === 0) return listReadingRows(ids)
  const rows = db()
    .select(columns)
    .from(allReadings)
    .where(and(inArray(allReadings.id, own), isNotNull(allReadings.ownerId), maySeeReading(viewer.id)))
    .all()
  const found = new Map([
    ...(await listReadingRows(ids.filter((id) => !isOwnId(id)))).map((row) => [row.id, row] as const),
    ...rows.map((row) => [row.id, rowOf(row as OwnRow)] as const),
  ])
  return ids.flatMap((id) => found.get(id) ?? [])
}

type OwnRow = Pick<OwnReading, 'id' | 'title' | 'byline' | 'medium' | 'parts' | 'minutes'> & {
  url: string
  minutesBasis: 'rule' | 'stated'
}

function rowOf({ id, title, url, byline, medium, minutes, minutesBasis, parts }: OwnRow): ReadingRow {
  const people = byline ? [byline] : []
  const none = { organisation: null, delistedOn: null, link: null, introduction: false }
  return { id, title, url, medium, minutes, minutesBasis, parts, people, ...none }
}

/** Own readings among these that the viewer may see, with what notes and exports say of a reading. */
export async function listOwnFacts(viewer: Viewer, ids: readonly string[]): Promise<Map<string, OwnReading>> {
  const own = ids.filter(isOwnId)
  if (own.length === 0) return new Map()
  const rows = db()
    .select(columns)
    .from(allReadings)
    .where(and(inArray(allReadings.id, own), isNotNull(allReadings.ownerId), maySeeReading(viewer.id)))
    .all()
  return new Map(rows.map((row) => [row.id, shown(viewer, row)]))
}
