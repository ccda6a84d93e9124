import { and, count, desc, eq, ne, or, sql } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { Status } from '#lib/marks/status.ts'
import { excerptOf } from '#lib/notes/excerpt.ts'
import { ownMinutes } from '#lib/study/speed.ts'
import { db } from '#db/client.ts'
import { prepared } from '#db/prepared.ts'
import { marks, notes, allReadings } from '#db/schema/index.ts'
import { isWritten } from './notes.ts'

/** How much a viewer has marked and written; minutes at the viewer's own speed, as everywhere on the dashboard. */
export interface StudyCounts {
  marks: Record<Status, { readings: number; minutes: number }>
  notes: number
  /** Notes with a case card. */
  cards: number
}

/** Holds a word on the case card. */
const hasCard = or(...[notes.problem, notes.numbers, notes.choice, notes.tradeOff, notes.useWhen].map((c) => ne(c, '')))

const countMarks = prepared((database) =>
  database
    .select({ status: marks.status, minutes: allReadings.minutes, readings: count() })
    .from(marks)
    .innerJoin(allReadings, eq(allReadings.id, marks.readingId))
    .where(eq(marks.userId, sql.placeholder('userId')))
    .groupBy(marks.status, allReadings.minutes)
    .prepare(),
)

const countNotes = (condition: typeof hasCard) =>
  prepared((database) =>
    database
      .select({ notes: count() })
      .from(notes)
      .where(and(eq(notes.userId, sql.placeholder('userId')), condition))
      .prepare(),
  )
const countWritten = countNotes(isWritten)
const countCards = countNotes(hasCard)

/** The viewer's marks and notes, counted. */
export async function getStudyCounts(viewer: Viewer): Promise<StudyCounts> {
  const byStatus = countMarks().all({ userId: viewer.id })
  const of = (status: Status) => {
    const rows = byStatus.filter((one) => one.status === status)
    const minutes = rows.map((row) => row.readings * ownMinutes(row.minutes, viewer.speedPercent))
    return {
      readings: rows.reduce((sum, row) => sum + row.readings, 0),
      minutes: minutes.reduce((sum, one) => sum + one, 0),
    }
  }
  return {
    marks: { queued: of('queued'), reading: of('reading'), done: of('done'), skipped: of('skipped') },
    notes: countWritten().get({ userId: viewer.id })?.notes ?? 0,
    cards: countCards().get({ userId: viewer.id })?.notes ?? 0,
  }
}

/** Ids of the readings that the viewer has under way, the last touched first. */
export async function listReadingsUnderWay(viewer: Viewer, limit: number): Promise<string[]> {
  return db()
    .select({ readingId: marks.readingId })
    .from(marks)
    .where(and(eq(marks.userId, viewer.id), eq(marks.status, 'reading')))
    .orderBy(desc(marks.updatedAt))
    .limit(limit)
    .all()
    .map((row) => row.readingId)
}

/** A note as a line of a list. */
export interface NoteLine {
  readingId: string
  title: string
  /** The beginning of the text. */
  excerpt: string
  /** Milliseconds, UTC. */
  updatedAt: number
}

/** The notes that the viewer wrote last. */
export async function listLastNotes(viewer: Viewer, limit: number): Promise<NoteLine[]> {
  const rows = db()
    .select({
      readingId: notes.readingId,
      title: allReadings.fullTitle,
      markdown: notes.markdown,
      problem: notes.problem,
      choice: notes.choice,
      updatedAt: notes.updatedAt,
    })
    .from(notes)
    .innerJoin(allReadings, eq(allReadings.id, notes.readingId))
    .where(and(eq(notes.userId, viewer.id), isWritten))
    .orderBy(desc(notes.updatedAt))
    .limit(limit)
    .all()
  return rows.map(({ markdown, problem, choice, ...row }) => ({
    ...row,
    excerpt: excerptOf(markdown || problem || choice),
  }))
}
