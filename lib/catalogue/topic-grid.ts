import type { MapSection } from './map-layout.ts'

/** Who wrote about what: a row an organisation, a column a topic of the map, in a cell how many readings. */
export interface TopicGrid {
  columns: { path: string; section: string; title: string }[]
  rows: { id: string; name: string; total: number; cells: number[] }[]
}

/**
 * Lays organisations against topics. Organisations with fewer than `least` readings are left out, and columns that
 * then have none; the most prolific organisation comes first.
 */
export function makeTopicGrid(
  sections: MapSection[],
  organisations: { id: string; name: string; readingIds: string[] }[],
  least: number,
): TopicGrid {
  const shown = organisations
    .filter((one) => one.readingIds.length >= least)
    .toSorted((a, b) => b.readingIds.length - a.readingIds.length || (a.name < b.name ? -1 : 1))
  const written = new Set(shown.flatMap((one) => one.readingIds))
  const topics = sections.flatMap((section) =>
    section.topics
      .filter((topic) => topic.readingIds.some((id) => written.has(id)))
      .map((topic) => ({ ...topic, section: section.title, ids: new Set(topic.readingIds) })),
  )
  return {
    columns: topics.map(({ path, section, title }) => ({ path, section, title })),
    rows: shown.map(({ id, name, readingIds }) => ({
      id,
      name,
      total: readingIds.length,
      cells: topics.map((topic) => readingIds.filter((reading) => topic.ids.has(reading)).length),
    })),
  }
}
