import { asc, eq } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { StudyData } from '#lib/api/archive-file.ts'
import { listEntries, lists, marks, notes, noteVersions, opinions, studyEvents } from '#db/schema/index.ts'
import type { Reader } from '#db/queries/planning/memberships.ts'

/** All rows of the viewer's own study, as an archive carries them. */
export function readStudy(reader: Reader, viewer: Viewer): StudyData {
  return {
    marks: reader
      .select({
        readingId: marks.readingId,
        status: marks.status,
        minutesSpent: marks.minutesSpent,
        updatedAt: marks.updatedAt,
      })
      .from(marks)
      .where(eq(marks.userId, viewer.id))
      .all(),
    events: reader
      .select({
        id: studyEvents.id,
        kind: studyEvents.kind,
        readingId: studyEvents.readingId,
        itemId: studyEvents.itemId,
        minutes: studyEvents.minutes,
        day: studyEvents.day,
        at: studyEvents.at,
      })
      .from(studyEvents)
      .where(eq(studyEvents.userId, viewer.id))
      .orderBy(asc(studyEvents.day))
      .all(),
    notes: reader
      .select({
        readingId: notes.readingId,
        markdown: notes.markdown,
        card: cardOf(notes),
        createdAt: notes.createdAt,
        updatedAt: notes.updatedAt,
      })
      .from(notes)
      .where(eq(notes.userId, viewer.id))
      .all(),
    versions: reader
      .select({
        readingId: noteVersions.readingId,
        markdown: noteVersions.markdown,
        card: cardOf(noteVersions),
        savedAt: noteVersions.savedAt,
      })
      .from(noteVersions)
      .where(eq(noteVersions.userId, viewer.id))
      .orderBy(asc(noteVersions.readingId), asc(noteVersions.version))
      .all(),
    opinions: reader
      .select({
        readingId: opinions.readingId,
        favourite: opinions.favourite,
        rating: opinions.rating,
        updatedAt: opinions.updatedAt,
      })
      .from(opinions)
      .where(eq(opinions.userId, viewer.id))
      .all(),
    lists: readLists(reader, viewer),
  }
}

function readLists(reader: Reader, viewer: Viewer): StudyData['lists'] {
  const rows = reader
    .select({
      id: lists.id,
      kind: lists.kind,
      title: lists.title,
      createdAt: lists.createdAt,
      updatedAt: lists.updatedAt,
      readingId: listEntries.readingId,
      addedAt: listEntries.addedAt,
    })
    .from(lists)
    .leftJoin(listEntries, eq(listEntries.listId, lists.id))
    .where(eq(lists.userId, viewer.id))
    .orderBy(asc(lists.id), asc(listEntries.position), asc(listEntries.addedAt))
    .all()
  const byId = new Map<string, StudyData['lists'][number]>()
  for (const { readingId, addedAt, ...list } of rows) {
    const known = byId.get(list.id) ?? { ...list, entries: [] }
    if (readingId !== null && addedAt !== null) known.entries.push({ readingId, addedAt })
    byId.set(list.id, known)
  }
  return [...byId.values()]
}

function cardOf<T extends typeof notes | typeof noteVersions>(table: T) {
  return {
    problem: table.problem,
    numbers: table.numbers,
    choice: table.choice,
    tradeOff: table.tradeOff,
    useWhen: table.useWhen,
  }
}
