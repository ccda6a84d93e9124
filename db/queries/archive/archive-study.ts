import { and, asc, eq, inArray, type SQL } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { StudyData } from '#lib/api/archive-file.ts'
import { throughColumns } from '#db/queries/own/read-throughs.ts'
import { quoteColumns } from '#db/queries/own/quotes.ts'
import { prepared } from '#db/prepared.ts'
import {
  answers,
  estimates,
  listEntries,
  lists,
  marks,
  notes,
  noteVersions,
  opinions,
  quotes,
  readingProgress,
  readThroughs,
  reviews,
  studyEvents,
} from '#db/schema/index.ts'
import type { Reader } from '#db/client.ts'

/** A study event as an archive carries it. */
export const eventColumns = {
  id: studyEvents.id,
  kind: studyEvents.kind,
  readingId: studyEvents.readingId,
  itemId: studyEvents.itemId,
  minutes: studyEvents.minutes,
  day: studyEvents.day,
  at: studyEvents.at,
}

/** What was practised as an archive carries it. */
const archivedAnswer = {
  id: answers.id,
  questionId: answers.questionId,
  kind: answers.kind,
  markdown: answers.markdown,
  diagram: answers.diagram,
  ticked: answers.ticked,
  scores: answers.scores,
  nextTime: answers.nextTime,
  seconds: answers.seconds,
  mock: answers.mock,
  startedAt: answers.startedAt,
  finishedAt: answers.finishedAt,
  updatedAt: answers.updatedAt,
}

/** An estimate as an archive carries it. */
export const estimateColumns = {
  id: estimates.id,
  figure: estimates.figure,
  kind: estimates.kind,
  low: estimates.low,
  high: estimates.high,
  value: estimates.value,
  at: estimates.at,
}

/** A review as an archive carries it. */
export const reviewColumns = {
  id: reviews.id,
  readingId: reviews.readingId,
  point: reviews.point,
  grade: reviews.grade,
  confidence: reviews.confidence,
  at: reviews.at,
}

/** A saved version of a note as an archive carries it. */
export const versionColumns = {
  readingId: noteVersions.readingId,
  markdown: noteVersions.markdown,
  card: cardOf(noteVersions),
  savedAt: noteVersions.savedAt,
}

/**
 * Of the viewer's study, what is here under the keys of `theirs`: the rows that a merge compares with, as an archive
 * carries them. Versions are left out, for a note may have had hundreds; `isVersionHere` asks for one.
 */
export function readStudyOf(reader: Reader, viewer: Viewer, theirs: StudyData): StudyData {
  const readingIds = (rows: readonly { readingId: string }[]) => rows.map((row) => row.readingId)
  const ids = (rows: readonly { id: string }[]) => rows.map((row) => row.id)
  return {
    marks: reader
      .select({
        readingId: marks.readingId,
        status: marks.status,
        minutesSpent: marks.minutesSpent,
        updatedAt: marks.updatedAt,
      })
      .from(marks)
      .where(and(eq(marks.userId, viewer.id), inArray(marks.readingId, readingIds(theirs.marks))))
      .all(),
    events: reader
      .select(eventColumns)
      .from(studyEvents)
      .where(and(eq(studyEvents.userId, viewer.id), inArray(studyEvents.id, ids(theirs.events))))
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
      .where(
        and(eq(notes.userId, viewer.id), inArray(notes.readingId, readingIds([...theirs.notes, ...theirs.versions]))),
      )
      .all(),
    versions: [],
    opinions: reader
      .select({
        readingId: opinions.readingId,
        favourite: opinions.favourite,
        rating: opinions.rating,
        updatedAt: opinions.updatedAt,
      })
      .from(opinions)
      .where(and(eq(opinions.userId, viewer.id), inArray(opinions.readingId, readingIds(theirs.opinions))))
      .all(),
    lists: readLists(reader, viewer, inArray(lists.id, ids(theirs.lists))),
    answers: reader
      .select(archivedAnswer)
      .from(answers)
      .where(and(eq(answers.userId, viewer.id), inArray(answers.id, ids(theirs.answers))))
      .all(),
    readThroughs: reader
      .select(throughColumns)
      .from(readThroughs)
      .where(and(eq(readThroughs.userId, viewer.id), inArray(readThroughs.id, ids(theirs.readThroughs))))
      .all(),
    progress: reader
      .select({
        readingId: readingProgress.readingId,
        at: readingProgress.at,
        of: readingProgress.of,
        updatedAt: readingProgress.updatedAt,
      })
      .from(readingProgress)
      .where(
        and(eq(readingProgress.userId, viewer.id), inArray(readingProgress.readingId, readingIds(theirs.progress))),
      )
      .all(),
    quotes: reader
      .select(quoteColumns)
      .from(quotes)
      .where(and(eq(quotes.userId, viewer.id), inArray(quotes.id, ids(theirs.quotes))))
      .all(),
    estimates: reader
      .select(estimateColumns)
      .from(estimates)
      .where(and(eq(estimates.userId, viewer.id), inArray(estimates.id, ids(theirs.estimates))))
      .all(),
    reviews: reader
      .select(reviewColumns)
      .from(reviews)
      .where(and(eq(reviews.userId, viewer.id), inArray(reviews.id, ids(theirs.reviews))))
      .all(),
  }
}

/** Whether this text of a note is here, as the note or among its versions. */
export function isVersionHere(viewer: Viewer, version: StudyData['versions'][number]): boolean {
  const { readingId, markdown, card } = version
  return findText().get({ userId: viewer.id, readingId, markdown, ...card }) === 1
}

const findText = prepared((database) => {
  const isText = ['markdown', 'problem', 'numbers', 'choice', 'trade_off', 'use_when']
    .map((column) => `${column} = @${column.replace(/_(.)/, (_, letter: string) => letter.toUpperCase())}`)
    .join(' and ')
  const within = (table: string) =>
    `exists (select 1 from ${table} where user_id = @userId and reading_id = @readingId and ${isText})`
  return database.$client
    .prepare<[Record<string, string>], number>(`select ${within('notes')} or ${within('note_versions')}`)
    .pluck()
})

/** The viewer's lists with their entries, those that `where` names or all. */
export function readLists(reader: Reader, viewer: Viewer, where?: SQL): StudyData['lists'] {
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
    .where(and(eq(lists.userId, viewer.id), where))
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
