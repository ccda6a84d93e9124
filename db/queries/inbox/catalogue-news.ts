import { and, desc, eq, exists, gte, inArray, isNull, ne, or } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { type InboxEntry, inboxMost } from '#lib/inbox/inbox.ts'
import { counted } from '#lib/format.ts'
import type { Reader } from '#db/client.ts'
import {
  catalogueChangeEntries,
  catalogueChanges,
  linkReports,
  marks,
  notes,
  readings,
  users,
} from '#db/schema/index.ts'

const told = ['renamed', 'moved', 'readdressed', 'delisted', 'relisted'] as const
const words: Record<(typeof told)[number], string> = {
  renamed: 'got a new title',
  moved: 'moved to another topic',
  readdressed: 'got a new address',
  delisted: 'left the list',
  relisted: 'is back on the list',
}

/** Changes of the catalogue, since the viewer came, to readings that they marked or wrote about: an entry a batch. */
export function listCatalogueNews(reader: Reader, viewer: Viewer, since: number): InboxEntry[] {
  const entries = catalogueChangeEntries
  const isOwn = or(
    exists(
      reader
        .select({ id: marks.readingId })
        .from(marks)
        .where(and(eq(marks.userId, viewer.id), eq(marks.readingId, entries.readingId))),
    ),
    exists(
      reader
        .select({ id: notes.readingId })
        .from(notes)
        .where(and(eq(notes.userId, viewer.id), eq(notes.readingId, entries.readingId))),
    ),
  )
  const rows = reader
    .select({
      changeId: catalogueChanges.id,
      batch: catalogueChanges.title,
      at: catalogueChanges.createdAt,
      kind: entries.kind,
      readingId: entries.readingId,
      title: readings.fullTitle,
    })
    .from(catalogueChanges)
    .innerJoin(users, and(eq(users.id, viewer.id), gte(catalogueChanges.createdAt, users.createdAt)))
    .innerJoin(entries, eq(entries.changeId, catalogueChanges.id))
    .innerJoin(readings, eq(readings.id, entries.readingId))
    .where(
      and(
        gte(catalogueChanges.createdAt, since),
        isNull(catalogueChanges.undoneAt),
        inArray(entries.kind, [...told]),
        isOwn,
      ),
    )
    .orderBy(desc(catalogueChanges.createdAt))
    .limit(inboxMost)
    .all()
  return [...Map.groupBy(rows, (row) => row.changeId)].flatMap(([changeId, own]): InboxEntry[] => {
    const [first] = own
    if (!first) return []
    const isOne = new Set(own.map(({ readingId }) => readingId)).size === 1
    const count = new Set(own.map(({ readingId }) => readingId)).size
    const kind = words[first.kind as (typeof told)[number]]
    return [
      {
        id: `catalogue:${changeId}`,
        kind: 'catalogue',
        at: first.at,
        text: isOne ? `“${first.title}” ${kind}` : `${counted(count, 'reading')} of yours changed in the catalogue`,
        detail: first.batch,
        href: isOne ? `/readings/${first.readingId}` : '/changes',
      },
    ]
  })
}

/** The viewer's reports of links that were decided. */
export function listDecidedReports(reader: Reader, viewer: Viewer, since: number): InboxEntry[] {
  const rows = reader
    .select({
      id: linkReports.id,
      state: linkReports.state,
      at: linkReports.decidedAt,
      readingId: readings.id,
      title: readings.fullTitle,
    })
    .from(linkReports)
    .innerJoin(readings, eq(readings.id, linkReports.readingId))
    .where(and(eq(linkReports.userId, viewer.id), ne(linkReports.state, 'open'), gte(linkReports.decidedAt, since)))
    .orderBy(desc(linkReports.decidedAt))
    .limit(inboxMost)
    .all()
  return rows.map(({ id, state, at, readingId, title }) => ({
    id: `report:${id}`,
    kind: 'report',
    at: at ?? 0,
    text:
      state === 'accepted'
        ? `Your report on the link of “${title}” was taken up`
        : `Your report on the link of “${title}” was declined`,
    detail: state === 'accepted' ? 'The catalogue says so now.' : 'An admin looked and left the link as it is.',
    href: `/readings/${readingId}`,
  }))
}
