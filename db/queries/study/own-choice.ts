import { and, asc, eq } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { emptySearch } from '#lib/search/state.ts'
import { db } from '#db/client.ts'
import { listEntries, lists } from '#db/schema/index.ts'
import { getOrganisation } from '#db/queries/catalogue/organisations.ts'
import { searchReadings } from '#db/queries/search/search-readings.ts'

/** Readings to make a plan of, under headings. */
export interface OwnChoice {
  title: string
  summary: string
  groups: { title: string; readingIds: string[] }[]
}

const MAX_FOUND = 200

/** An organisation's readings by topic; null where it has none. */
export async function getOrganisationChoice(id: string): Promise<OwnChoice | null> {
  const organisation = await getOrganisation(id)
  if (!organisation) return null
  return {
    title: organisation.name,
    summary: `What the engineers of ${organisation.name} have written, by topic.`,
    groups: organisation.groups.map(({ section, topic, rows }) => ({
      title: topic ?? section,
      readingIds: rows.map((row) => row.id),
    })),
  }
}

/** A list of the viewer's, in its order; null where it is not theirs. */
export async function getListChoice(viewer: Viewer, listId: string): Promise<OwnChoice | null> {
  const list = db()
    .select({ title: lists.title })
    .from(lists)
    .where(and(eq(lists.id, listId), eq(lists.userId, viewer.id)))
    .get()
  if (!list) return null
  const entries = db()
    .select({ readingId: listEntries.readingId })
    .from(listEntries)
    .where(eq(listEntries.listId, listId))
    .orderBy(asc(listEntries.position))
    .all()
  const title = list.title || 'My queue'
  return {
    title,
    summary: 'Your own list, in its order.',
    groups: [{ title, readingIds: entries.map((entry) => entry.readingId) }],
  }
}

/** What a search finds, best first, at most 200. */
export async function getSearchChoice(viewer: Viewer, q: string): Promise<OwnChoice> {
  const { items, total } = await searchReadings(viewer, { ...emptySearch, q }, MAX_FOUND)
  return {
    title: q.slice(0, 100),
    summary:
      total > MAX_FOUND ? `The best ${MAX_FOUND} of ${total} that your search finds.` : 'What your search finds.',
    groups: [{ title: 'Found', readingIds: items.map((item) => item.id) }],
  }
}

/** The viewer's lists that hold something, the queue among them. */
export async function listChoices(viewer: Viewer): Promise<{ id: string; title: string }[]> {
  return db()
    .selectDistinct({ id: lists.id, title: lists.title })
    .from(lists)
    .innerJoin(listEntries, eq(listEntries.listId, lists.id))
    .where(eq(lists.userId, viewer.id))
    .orderBy(asc(lists.title))
    .all()
}
