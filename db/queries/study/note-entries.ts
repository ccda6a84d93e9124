import { and, eq, isNotNull } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { emptyCard } from '#lib/notes/note.ts'
import type { NoteEntry } from '#lib/notes/find-notes.ts'
import { canSeePlan } from '#lib/permissions.ts'
import { db } from '#db/client.ts'
import { items, plans } from '#db/schema/index.ts'
import { type CatalogueShape, getCatalogueShape } from '#db/queries/catalogue/catalogue-shape.ts'
import { listOwnFacts } from '#db/queries/own/own-readings.ts'
import { listQuotes } from '#db/queries/own/quotes.ts'
import { requireRole } from '#db/queries/planning/memberships.ts'
import { listNotes } from './notes.ts'

/** The viewer's notes and quotes by reading, with what they can be found by, the last written first. */
export async function listNoteEntries(viewer: Viewer): Promise<NoteEntry[]> {
  const [shape, written, quotes] = await Promise.all([getCatalogueShape(), listNotes(viewer), listQuotes(viewer)])
  const quoted = Map.groupBy(quotes, (quote) => quote.readingId)
  const isNoted = new Set(written.map((note) => note.readingId))
  const alone = [...quoted].flatMap(([readingId, [first]]) =>
    isNoted.has(readingId) ? [] : [{ readingId, markdown: '', card: emptyCard, updatedAt: first?.updatedAt ?? 0 }],
  )
  const notes = alone.length === 0 ? written : [...written, ...alone].toSorted((a, b) => b.updatedAt - a.updatedAt)
  const readings = new Map(shape.readings.map((reading) => [reading.id, reading]))
  const places = placesOf(shape)
  const own = await listOwnFacts(
    viewer,
    notes.map((note) => note.readingId),
  )
  return notes.flatMap(({ readingId, markdown, card, updatedAt }) => {
    const words = { markdown, card, quotes: (quoted.get(readingId) ?? []).map((quote) => quote.text), updatedAt }
    const ownReading = own.get(readingId)
    if (ownReading) return [{ ...ownPlace(ownReading.title, shape.listings.length), readingId, ...words }]
    const reading = readings.get(readingId)
    if (!reading) return []
    const name = shape.organisations.get(reading.organisationId ?? '')
    return {
      readingId,
      title: reading.title,
      organisation: reading.organisationId !== null && name ? { id: reading.organisationId, name } : null,
      ...(places.get(readingId) ?? { places: [], placeTitle: '', order: shape.listings.length }),
      ...words,
    }
  })
}

/** A plan's title and the ids of its readings, for one who is on it. */
export async function getPlanReadings(
  viewer: Viewer,
  planId: string,
): Promise<{ title: string; readingIds: Set<string> }> {
  await requireRole(viewer, planId, canSeePlan)
  const rows = db()
    .select({ readingId: items.readingId })
    .from(items)
    .where(and(eq(items.planId, planId), isNotNull(items.readingId)))
    .all()
  const plan = db().select({ title: plans.title }).from(plans).where(eq(plans.id, planId)).get()
  return { title: plan?.title ?? '', readingIds: new Set(rows.map((row) => row.readingId ?? '')) }
}

/** An own reading stands in no section: it comes after those that do. */
function ownPlace(title: string, order: number) {
  return { title, organisation: null, places: [], placeTitle: 'Own reading', order }
}

type Place = Pick<NoteEntry, 'places' | 'placeTitle' | 'order'>

function placesOf(shape: CatalogueShape): Map<string, Place> {
  const sections = new Map(shape.sections.map((section, index) => [section.id, { ...section, index }]))
  const topics = new Map(shape.topics.map((topic) => [topic.id, topic]))
  const places = new Map<string, Place>()
  const inOrder = shape.listings
    .map((listing, index) => ({ ...listing, index }))
    .toSorted(
      (a, b) => (sections.get(a.sectionId)?.index ?? 0) - (sections.get(b.sectionId)?.index ?? 0) || a.index - b.index,
    )
  for (const [order, { readingId, sectionId, topicId }] of inOrder.entries()) {
    const above: { id: string; title: string }[] = []
    for (let topic = topics.get(topicId ?? ''); topic; topic = topics.get(topic.parentId ?? '')) above.unshift(topic)
    const section = sections.get(sectionId)
    const path = section ? [section, ...above] : above
    const ids = path.map((place) => place.id)
    const known = places.get(readingId)
    places.set(readingId, {
      places: [...(known?.places ?? []), ...ids],
      placeTitle: known?.placeTitle ?? path.map((place) => place.title).join(' / '),
      order: known?.order ?? order,
    })
  }
  return places
}
