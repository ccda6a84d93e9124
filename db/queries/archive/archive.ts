import { eq, sql } from 'drizzle-orm'
import { type Archive, archiveVersion, emptyStudy, type StudyData } from '#lib/api/archive-file.ts'
import type { ArchiveHead, RowKind } from '#lib/archive/archive-reader.ts'
import type { StudyEntry } from '#lib/archive/study-table.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { studyDayOf } from '#lib/study/study-day.ts'
import { db } from '#db/client.ts'
import {
  items,
  listEntries,
  lists,
  marks,
  members,
  notes,
  noteVersions,
  opinions,
  allReadings,
  studyEvents,
  users,
} from '#db/schema/index.ts'
import { studyPages } from './archive-pages.ts'
import { listArchivedPlanIds, readPlans } from './archive-plans.ts'
import { getCatalogueShape } from '#db/queries/catalogue/catalogue-shape.ts'
import { listOwnFacts } from '#db/queries/own/own-readings.ts'
import { listNoteEntries } from '#db/queries/study/note-entries.ts'

/** A piece of an archive: what it says of itself, or some rows of one of its lists. */
export type ArchivePage = { head: ArchiveHead } | { [K in RowKind]: { kind: K; rows: Archive[K] } }[RowKind]

/**
 * Everything of the viewer, to take away, piece by piece in the order of the file. Nothing of other people; no password,
 * no sessions.
 * @param now milliseconds, UTC.
 */
export function* archivePages(viewer: Viewer, now: number): Generator<ArchivePage> {
  const { id, name, email, timeZone, rolloverHour, speedPercent, askOnReturn } = viewer
  const createdAt = db().select({ at: users.createdAt }).from(users).where(eq(users.id, id)).get()?.at ?? 0
  const account = { id, name, email, timeZone, rolloverHour, speedPercent, askOnReturn, createdAt }
  yield { head: { format: 'loadpath-archive', version: archiveVersion, exportedAt: now, account } }
  yield { kind: 'readings', rows: readingsNamed(viewer) }
  yield* studyPages(viewer)
  for (const planId of listArchivedPlanIds(viewer)) yield { kind: 'plans', rows: readPlans(db(), viewer, planId) }
}

/** The whole archive in memory: for tests. A file is written from `archivePages`. */
export async function getArchive(viewer: Viewer, now: number): Promise<Archive> {
  const lists: Record<RowKind, unknown[]> = { readings: [], ...structuredClone(emptyStudy), plans: [] }
  let head: ArchiveHead | undefined
  for (const page of archivePages(viewer, now))
    if ('head' in page) head = page.head
    else lists[page.kind].push(...page.rows)
  return { ...head, ...lists } as Archive
}

/** Each reading that the viewer marked, wrote about, rated or listed, with all of that: in the catalogue's order. */
export async function listStudyEntries(viewer: Viewer): Promise<StudyEntry[]> {
  const { marks, notes, opinions, lists } = readStudy(viewer)
  const [shape, noted] = await Promise.all([getCatalogueShape(), listNoteEntries(viewer)])
  const urls = new Map(
    db()
      .select({ id: allReadings.id, url: allReadings.url })
      .from(allReadings)
      .all()
      .map(({ id, url }) => [id, url]),
  )
  const notedBy = new Map(noted.map((row) => [row.readingId, row]))
  const mark = new Map(marks.map((row) => [row.readingId, row]))
  const note = new Map(notes.map((row) => [row.readingId, row]))
  const opinion = new Map(opinions.map((row) => [row.readingId, row]))
  const isNamed = new Set([
    ...[...marks, ...noted, ...opinions].map((row) => row.readingId),
    ...lists.flatMap((list) => (list.kind === 'list' ? list.entries.map((entry) => entry.readingId) : [])),
  ])
  const titles = new Map([...shape.sections, ...shape.topics].map(({ id, title }) => [id, title]))
  const places = new Map(shape.listings.toReversed().map((listing) => [listing.readingId, listing]))
  const day = (at: number | undefined) => (at === undefined ? '' : studyDayOf(viewer, at))
  const ownFacts = await listOwnFacts(viewer, [...isNamed])
  const inOrder = [...new Set(shape.listings.map((listing) => listing.readingId)), ...ownFacts.keys()]
  const readingOf = new Map<string, { title: string; medium: string; organisationId?: string | null }>([
    ...shape.readings.map((reading) => [reading.id, reading] as const),
    ...ownFacts,
  ])
  return inOrder.flatMap((readingId): StudyEntry[] => {
    const reading = readingOf.get(readingId)
    if (!reading || !isNamed.has(readingId)) return []
    const own = note.get(readingId)
    const entry = notedBy.get(readingId)
    const place = places.get(readingId)
    return [
      {
        readingId,
        title: reading.title,
        url: urls.get(readingId) ?? '',
        organisation: shape.organisations.get(reading.organisationId ?? '') ?? '',
        section: titles.get(place?.sectionId ?? '') ?? '',
        topic: titles.get(place?.topicId ?? '') ?? '',
        medium: reading.medium,
        status: mark.get(readingId)?.status ?? '',
        minutesSpent: mark.get(readingId)?.minutesSpent ?? null,
        markedOn: day(mark.get(readingId)?.updatedAt),
        favourite: opinion.get(readingId)?.favourite ?? false,
        rating: opinion.get(readingId)?.rating ?? null,
        lists: lists
          .filter((list) => list.kind === 'list' && list.entries.some((entry) => entry.readingId === readingId))
          .map((list) => list.title),
        note: own?.markdown ?? '',
        problem: own?.card.problem ?? '',
        numbers: own?.card.numbers ?? '',
        choice: own?.card.choice ?? '',
        tradeOff: own?.card.tradeOff ?? '',
        useWhen: own?.card.useWhen ?? '',
        notedOn: day(own?.updatedAt),
        quotes: [...(entry?.quotes ?? [])],
      },
    ]
  })
}

/** Titles and addresses of all readings that the viewer's study and plans name, and of all that they added. */
function readingsNamed(viewer: Viewer): Archive['readings'] {
  const own = [marks, notes, noteVersions, opinions, studyEvents].map(
    (table) => sql`select ${table.readingId} from ${table} where ${table.userId} = ${viewer.id}`,
  )
  const listed = sql`select ${listEntries.readingId} from ${listEntries} join ${lists} on ${lists.id} = ${listEntries.listId} where ${lists.userId} = ${viewer.id}`
  const planned = sql`select ${items.readingId} from ${items} join ${members} on ${members.planId} = ${items.planId} where ${members.userId} = ${viewer.id}`
  return db()
    .select({
      id: allReadings.id,
      title: allReadings.fullTitle,
      url: allReadings.url,
      ownerId: allReadings.ownerId,
      byline: allReadings.byline,
      medium: allReadings.medium,
      parts: allReadings.parts,
      minutes: allReadings.minutes,
      basis: allReadings.minutesBasis,
      addedAt: allReadings.ownAddedAt,
      updatedAt: allReadings.ownUpdatedAt,
    })
    .from(allReadings)
    .where(
      sql`${allReadings.ownerId} = ${viewer.id} or ${allReadings.id} in (${sql.join([...own, listed, planned], sql` union `)})`,
    )
    .all()
    .map(({ id, title, url, ownerId, basis, addedAt, updatedAt, ...facts }) =>
      ownerId === null
        ? { id, title, url }
        : {
            id,
            title,
            url,
            own: { ...facts, isEstimate: basis === 'rule', addedAt: addedAt ?? 0, updatedAt: updatedAt ?? 0 },
          },
    )
}

/** The rows that a table has columns for. */
function readStudy(viewer: Viewer): StudyData {
  const study: StudyData = structuredClone(emptyStudy)
  for (const { kind, rows } of studyPages(viewer, ['marks', 'notes', 'opinions', 'lists']))
    (study[kind] as unknown[]).push(...rows)
  return study
}
