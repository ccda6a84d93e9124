import type { Catalogue, Change, PresentReading, Section, Topic } from './catalogue-change.ts'

/** The catalogue after the changes, in which no reading is ever missing. Pure: the one given stays as it was. */
export function applyChanges(
  catalogue: Catalogue,
  changes: readonly Change[],
  created: { sections: Section[]; topics: Topic[] } = { sections: [], topics: [] },
): Catalogue {
  const readings = new Map<string, PresentReading>(catalogue.readings.map((reading) => [reading.id, reading]))
  for (const change of changes) {
    const reading = readings.get(change.readingId)
    if (change.kind === 'added') {
      const { title, url, formerUrls, delistedOn, listedOn, listings, list } = change.after
      const state = { title, url, formerUrls, delistedOn, listedOn, listings, list }
      readings.set(change.readingId, { id: change.readingId, ...state, delistedBefore: null })
    } else if (reading) {
      readings.set(change.readingId, { ...reading, ...change.after })
    }
  }
  return {
    sections: [...catalogue.sections, ...created.sections],
    topics: [...catalogue.topics, ...created.topics],
    readings: [...readings.values()],
  }
}

/** The catalogue before the changes: readings that they added are gone again, all others are as they were. */
export function undoChanges(catalogue: Catalogue, changes: readonly Change[]): Catalogue {
  const readings = new Map<string, PresentReading>(catalogue.readings.map((reading) => [reading.id, reading]))
  for (const change of changes.toReversed()) {
    const reading = readings.get(change.readingId)
    if (change.kind === 'added') readings.delete(change.readingId)
    else if (reading) readings.set(change.readingId, { ...reading, ...change.before })
  }
  return { ...catalogue, readings: [...readings.values()] }
}
