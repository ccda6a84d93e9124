import { isBlank, isSameText, type NoteText } from '#lib/notes/note.ts'
import type { StudyData } from '#lib/api/archive-file.ts'
import type { RowCount } from '#lib/api/archive.ts'

/** What a merge would do: the rows to write, and counts for the person to look at first. */
export interface Merge {
  /** Rows to put in place of those with the same key. Versions are only added. */
  changes: StudyData
  counts: Record<keyof StudyData, RowCount>
}

/**
 * Merges a person's archive into what they have: by id, the newest wins, and of two texts of a note the older one stays
 * among its versions, so that no word is lost. Merging the same archive again changes nothing.
 */
export function mergeStudy(mine: StudyData, theirs: StudyData): Merge {
  const marks = newest(
    mine.marks,
    theirs.marks,
    ({ readingId }) => readingId,
    ({ updatedAt }) => updatedAt,
  )
  const events = newest(
    mine.events,
    theirs.events,
    ({ id }) => id,
    ({ at }) => at,
  )
  const opinions = newest(
    mine.opinions,
    theirs.opinions,
    ({ readingId }) => readingId,
    ({ updatedAt }) => updatedAt,
  )
  const lists = newest(
    mine.lists,
    theirs.lists,
    ({ id }) => id,
    ({ updatedAt }) => updatedAt,
  )
  const notes = newest(
    mine.notes,
    theirs.notes,
    ({ readingId }) => readingId,
    ({ updatedAt }) => updatedAt,
  )
  const answers = newest(
    mine.answers,
    theirs.answers,
    ({ id }) => id,
    ({ updatedAt }) => updatedAt,
  )
  const reviews = newest(
    mine.reviews,
    theirs.reviews,
    ({ id }) => id,
    ({ at }) => at,
  )
  const quotes = newest(
    mine.quotes,
    theirs.quotes,
    ({ id }) => id,
    ({ updatedAt }) => updatedAt,
  )
  const readThroughs = newest(
    mine.readThroughs,
    theirs.readThroughs,
    ({ id }) => id,
    ({ updatedAt }) => updatedAt,
  )
  const progress = newest(
    mine.progress,
    theirs.progress,
    ({ readingId }) => readingId,
    ({ updatedAt }) => updatedAt,
  )
  const estimates = newest(
    mine.estimates,
    theirs.estimates,
    ({ id }) => id,
    ({ at }) => at,
  )
  const versions = newVersions(mine, theirs, notes.changes)
  return {
    changes: {
      marks: marks.changes,
      events: events.changes,
      notes: notes.changes,
      versions: versions.changes,
      opinions: opinions.changes,
      lists: lists.changes,
      answers: answers.changes,
      reviews: reviews.changes,
      quotes: quotes.changes,
      readThroughs: readThroughs.changes,
      progress: progress.changes,
      estimates: estimates.changes,
    },
    counts: {
      marks: marks.count,
      events: events.count,
      notes: notes.count,
      versions: versions.count,
      opinions: opinions.count,
      lists: lists.count,
      answers: answers.count,
      reviews: reviews.count,
      quotes: quotes.count,
      readThroughs: readThroughs.count,
      progress: progress.count,
      estimates: estimates.count,
    },
  }
}

/** What a person has once the changes are made: for previews and tests. */
export function withChanges(mine: StudyData, changes: StudyData): StudyData {
  return {
    marks: replaced(mine.marks, changes.marks, ({ readingId }) => readingId),
    events: replaced(mine.events, changes.events, ({ id }) => id),
    notes: replaced(mine.notes, changes.notes, ({ readingId }) => readingId),
    versions: [...mine.versions, ...changes.versions],
    opinions: replaced(mine.opinions, changes.opinions, ({ readingId }) => readingId),
    lists: replaced(mine.lists, changes.lists, ({ id }) => id),
    answers: replaced(mine.answers, changes.answers, ({ id }) => id),
    reviews: replaced(mine.reviews, changes.reviews, ({ id }) => id),
    quotes: replaced(mine.quotes, changes.quotes, ({ id }) => id),
    readThroughs: replaced(mine.readThroughs, changes.readThroughs, ({ id }) => id),
    progress: replaced(mine.progress, changes.progress, ({ readingId }) => readingId),
    estimates: replaced(mine.estimates, changes.estimates, ({ id }) => id),
  }
}

function newest<T>(
  mine: readonly T[],
  theirs: readonly T[],
  keyOf: (row: T) => string,
  timeOf: (row: T) => number,
): { changes: T[]; count: RowCount } {
  const present = new Map(mine.map((row) => [keyOf(row), row]))
  const changes = new Map<string, T>()
  const count = { added: 0, changed: 0, kept: 0 }
  for (const row of theirs) {
    const key = keyOf(row)
    const own = changes.get(key) ?? present.get(key)
    if (own !== undefined && (timeOf(row) <= timeOf(own) || isSame(own, row))) {
      count.kept++
      continue
    }
    if (!changes.has(key)) count[own === undefined ? 'added' : 'changed']++
    changes.set(key, row)
  }
  return { changes: [...changes.values()], count }
}

/** Versions of the archive that are not here, and whichever text of a note lost against a newer one. */
function newVersions(
  mine: StudyData,
  theirs: StudyData,
  taken: StudyData['notes'],
): { changes: StudyData['versions']; count: RowCount } {
  const key = (row: NoteText & { readingId: string }) => `${row.readingId}\n${textOf(row)}`
  const replacedIds = new Set(taken.map(({ readingId }) => readingId))
  const staying = mine.notes.filter(({ readingId }) => !replacedIds.has(readingId))
  const known = new Set([...mine.versions, ...staying, ...taken].map(key))
  const lost = [...theirs.notes, ...mine.notes].map(({ readingId, markdown, card, updatedAt }) => ({
    readingId,
    markdown,
    card,
    savedAt: updatedAt,
  }))
  const changes: StudyData['versions'] = []
  const count = { added: 0, changed: 0, kept: 0 }
  for (const [index, version] of [...theirs.versions, ...lost].entries()) {
    if (isBlank(version)) continue
    if (known.has(key(version))) {
      if (index < theirs.versions.length) count.kept++
      continue
    }
    known.add(key(version))
    changes.push(version)
    count.added++
  }
  return { changes, count }
}

function textOf({ markdown, card }: NoteText): string {
  return JSON.stringify([markdown, card.problem, card.numbers, card.choice, card.tradeOff, card.useWhen])
}

function isSame(a: unknown, b: unknown): boolean {
  if (isNote(a) && isNote(b)) return isSameText(a, b)
  return JSON.stringify(a) === JSON.stringify(b)
}

function isNote(row: unknown): row is NoteText {
  return typeof row === 'object' && row !== null && 'markdown' in row && 'card' in row
}

function replaced<T>(mine: readonly T[], changes: readonly T[], keyOf: (row: T) => string): T[] {
  const rows = new Map(mine.map((row) => [keyOf(row), row]))
  for (const row of changes) rows.set(keyOf(row), row)
  return [...rows.values()]
}
