import type { Medium } from './minutes.ts'

/** A place of the catalogue that lists a reading. `topicId` null: straight under the section. */
export type Listing = { sectionId: string; topicId: string | null; title: string; introduction: boolean }

/** What a change can touch of a reading. */
export type ReadingState = {
  title: string
  url: string
  formerUrls: string[]
  /** ISO day on which the list dropped it; null while it is listed. */
  delistedOn: string | null
  listings: Listing[]
}

/** `list` is the list that brought the reading: null for the catalogue's own, else the id of an added list. */
export type PresentReading = ReadingState & {
  id: string
  list: string | null
  /** ISO day since which it is listed; left out where that plays no part. */
  listedOn?: string
  /** The day on which it was delisted before it was listed again, where it was. */
  delistedBefore?: string | null
}

export type Topic = { id: string; sectionId: string; parentId: string | null; title: string }

export type Section = { id: string; title: string }

/** The catalogue as it stands. Topics come after their parents; listings are in the catalogue's order. */
export type Catalogue = { sections: Section[]; topics: Topic[]; readings: PresentReading[] }

/** What a list tells of a reading that is new to the catalogue. */
export type NewReading = ReadingState & {
  list: string | null
  listedOn: string
  organisation: string | null
  people: string[]
  technologies: string[]
  medium: Medium
  parts: number
  /** Minutes that the list itself states; null when it does not. */
  minutes: number | null
}

/**
 * One change of one reading. `before` and `after` name the same fields of its state and hold them whole, so that a
 * change is done by writing `after` and undone by writing `before`. Changes of one reading build on each other in order.
 */
export type Change =
  | { kind: 'added'; readingId: string; before: null; after: NewReading }
  | {
      kind: 'renamed' | 'moved' | 'readdressed' | 'delisted' | 'relisted'
      readingId: string
      before: Partial<ReadingState>
      after: Partial<ReadingState>
    }

export type ChangeKind = Change['kind']

/** Where a change of the catalogue came from. */
export const changeSources = ['shipped', 'import', 'report', 'undo'] as const

export const changeKinds = ['added', 'renamed', 'moved', 'readdressed', 'delisted', 'relisted'] as const

/** Names a place: the topic, or the section where no topic is. */
export function placeOf(listing: Pick<Listing, 'sectionId' | 'topicId'>): string {
  return listing.topicId ?? listing.sectionId
}
