import { eq, inArray } from 'drizzle-orm'
import { type Archive, archiveVersion } from '#lib/api/archive-file.ts'
import type { StudyEntry } from '#lib/archive/study-table.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { studyDayOf } from '#lib/study/study-day.ts'
import { db } from '#db/client.ts'
import { readings, users } from '#db/schema/index.ts'
import { readPlans } from './archive-plans.ts'
import { readStudy } from './archive-study.ts'
import { getCatalogueShape } from '#db/queries/study/coverage.ts'
import { listNoteEntries } from '#db/queries/study/note-entries.ts'

/**
 * Everything of the viewer, to take away. Nothing of other people; no password, no sessions.
 * @param now milliseconds, UTC.
 */
export async function getArchive(viewer: Viewer, now: number): Promise<Archive> {
  const study = readStudy(db(), viewer)
  const plans = readPlans(db(), viewer)
  const { id, name, email, timeZone, rolloverHour, speedPercent, askOnReturn } = viewer
  const createdAt = db().select({ at: users.createdAt }).from(users).where(eq(users.id, id)).get()?.at ?? 0
  return {
    format: 'loadpath-archive',
    version: archiveVersion,
    exportedAt: now,
    account: { id, name, email, timeZone, rolloverHour, speedPercent, askOnReturn, createdAt },
    readings: readingsNamed([
      ...[...study.marks, ...study.notes, ...study.versions, ...study.opinions].map((row) => row.readingId),
      ...study.events.flatMap((event) => event.readingId ?? []),
      ...study.lists.flatMap((list) => list.entries.map((entry) => entry.readingId)),
      ...plans.flatMap((plan) => plan.items.flatMap((item) => item.readingId ?? [])),
    ]),
    ...study,
    plans,
  }
}

/** Each reading that the viewer marked, wrote about, rated or listed, with all of that: in the catalogue's order. */
export async function listStudyEntries(viewer: Viewer): Promise<StudyEntry[]> {
  const { marks, notes, opinions, lists } = readStudy(db(), viewer)
  const [shape, noted] = await Promise.all([getCatalogueShape(), listNoteEntries(viewer)])
  const urls = new Map(
    db()
      .select({ id: readings.id, url: readings.url })
      .from(readings)
      .all()
      .map(({ id, url }) => [id, url]),
  )
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
  const inOrder = [...new Set(shape.listings.map((listing) => listing.readingId))]
  const readingOf = new Map(shape.readings.map((reading) => [reading.id, reading]))
  return inOrder.flatMap((readingId): StudyEntry[] => {
    const reading = readingOf.get(readingId)
    if (!reading || !isNamed.has(readingId)) return []
    const own = note.get(readingId)
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
      },
    ]
  })
}

function readingsNamed(ids: string[]): Archive['readings'] {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return []
  return db()
    .select({ id: readings.id, title: readings.title, url: readings.url })
    .from(readings)
    .where(inArray(readings.id, wanted))
    .all()
}
