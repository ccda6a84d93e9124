import { and, asc, count, desc, eq, gt, inArray, lte } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { ReadingState } from '#lib/catalogue/catalogue-change.ts'
import { type PlaceTitle, changeWords } from '#lib/catalogue/change-words.ts'
import type { Status } from '#lib/marks/status.ts'
import { db } from '#db/client.ts'
import { catalogueChangeEntries, catalogueChanges, marks, readings, sections, topics, users } from '#db/schema/index.ts'

/** A batch of changes to the catalogue. */
export interface ChangeBatch {
  id: string
  source: 'shipped' | 'import' | 'report' | 'undo'
  title: string
  /** Milliseconds, UTC. */
  createdAt: number
  undoneAt: number | null
  counts: Partial<Record<ChangeEntry['kind'], number>>
}

/** What happened to one reading, in words that a page can show. */
export interface ChangeEntry {
  kind: 'added' | 'renamed' | 'moved' | 'readdressed' | 'delisted' | 'relisted' | 'facts'
  readingId: string
  /** As it is called now, or was last; `exists` false when it is gone altogether. */
  title: string
  exists: boolean
  /** What it was called, where it stood; null where the kind says it all. */
  from: string | null
  to: string | null
  /** The viewer's own mark of it. */
  mark: Status | null
}

/** The batches after `since` (all, when null), newest first. */
export async function listChanges({
  since,
  until,
  limit,
}: {
  since?: string | null
  until?: string | null
  limit: number
}): Promise<ChangeBatch[]> {
  const batches = db()
    .select({
      id: catalogueChanges.id,
      source: catalogueChanges.source,
      title: catalogueChanges.title,
      createdAt: catalogueChanges.createdAt,
      undoneAt: catalogueChanges.undoneAt,
    })
    .from(catalogueChanges)
    .where(and(since ? gt(catalogueChanges.id, since) : undefined, until ? lte(catalogueChanges.id, until) : undefined))
    .orderBy(desc(catalogueChanges.id))
    .limit(limit)
    .all()
  const counted = db()
    .select({ changeId: catalogueChangeEntries.changeId, kind: catalogueChangeEntries.kind, n: count() })
    .from(catalogueChangeEntries)
    .where(
      inArray(
        catalogueChangeEntries.changeId,
        batches.map((batch) => batch.id),
      ),
    )
    .groupBy(catalogueChangeEntries.changeId, catalogueChangeEntries.kind)
    .all()
  return batches.map((batch) => ({
    ...batch,
    counts: Object.fromEntries(counted.filter((row) => row.changeId === batch.id).map((row) => [row.kind, row.n])),
  }))
}

/** A batch's entries with the viewer's marks, at most `limit` of them, in the order in which they were made. */
export async function listChangeEntries(viewer: Viewer, changeId: string, limit: number): Promise<ChangeEntry[]> {
  const rows = db()
    .select({
      kind: catalogueChangeEntries.kind,
      readingId: catalogueChangeEntries.readingId,
      before: catalogueChangeEntries.before,
      after: catalogueChangeEntries.after,
      title: readings.fullTitle,
      mark: marks.status,
    })
    .from(catalogueChangeEntries)
    .leftJoin(readings, eq(readings.id, catalogueChangeEntries.readingId))
    .leftJoin(marks, and(eq(marks.readingId, catalogueChangeEntries.readingId), eq(marks.userId, viewer.id)))
    .where(eq(catalogueChangeEntries.changeId, changeId))
    .orderBy(asc(catalogueChangeEntries.position))
    .limit(limit)
    .all()
  const titleOf = placeTitles()
  return rows.map(({ before, after, title, ...row }) => {
    const was = (before ?? {}) as Partial<ReadingState>
    const now = (after ?? {}) as Partial<ReadingState>
    return {
      ...row,
      title: title ?? now.title ?? was.title ?? row.readingId,
      exists: title !== null,
      ...changeWords(row.kind, was, now, titleOf),
    }
  })
}

/** The batch that the viewer last looked at, or that was the last when they came; null when there was none. */
export async function getSeenChangeId(viewer: Viewer): Promise<string | null> {
  const row = db()
    .select({ seen: users.seenChangeId, createdAt: users.createdAt })
    .from(users)
    .where(eq(users.id, viewer.id))
    .get()
  if (!row || row.seen !== null) return row?.seen ?? null
  const before = lte(catalogueChanges.createdAt, row.createdAt)
  return (
    db()
      .select({ id: catalogueChanges.id })
      .from(catalogueChanges)
      .where(before)
      .orderBy(desc(catalogueChanges.id))
      .get()?.id ?? null
  )
}

/** The titles of all sections and topics by their ids. */
function placeTitles(): PlaceTitle {
  const rows = [
    ...db().select({ id: sections.id, title: sections.title }).from(sections).all(),
    ...db().select({ id: topics.id, title: topics.title }).from(topics).all(),
  ]
  const titles = new Map(rows.map(({ id, title }) => [id, title]))
  return (id) => titles.get(id) ?? id
}
