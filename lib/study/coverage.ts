import type { Status } from '#lib/marks/status.ts'

/** What coverage is worked out from; a topic is any node of a section's tree. */
export interface CoverageInput {
  sections: readonly { id: string; title: string }[]
  /** Parents before children. */
  topics: readonly { id: string; sectionId: string; parentId: string | null; title: string }[]
  listings: readonly { readingId: string; sectionId: string; topicId: string | null }[]
  /** Minutes a reading takes this person. */
  minutes: ReadonlyMap<string, number>
  marks: ReadonlyMap<string, Status>
}

/** Readings and their minutes. */
export interface Amount {
  readings: number
  minutes: number
}

/** How much of a section or topic is covered. A reading listed twice below it counts once. */
export interface Coverage {
  id: string
  title: string
  all: Amount
  done: Amount
  reading: Amount
  queued: Amount
  skipped: Amount
}

/** A section with its topics of the first level, each counting those below it. */
export interface SectionCoverage extends Coverage {
  topics: Coverage[]
  /** What is listed straight under the section; its id is the section's. */
  own: Coverage
}

/** Coverage of every section and of its topics, in their order. */
export function coverage(input: CoverageInput): SectionCoverage[] {
  const firstLevel = new Map<string, string>()
  for (const { id, parentId } of input.topics)
    firstLevel.set(id, parentId === null ? id : (firstLevel.get(parentId) ?? parentId))
  const readingsIn = new Map<string, Set<string>>()
  const add = (place: string, readingId: string) =>
    (readingsIn.get(place) ?? readingsIn.set(place, new Set()).get(place))?.add(readingId)
  for (const { readingId, sectionId, topicId } of input.listings) {
    add(sectionId, readingId)
    add(topicId === null ? ownOf(sectionId) : (firstLevel.get(topicId) ?? topicId), readingId)
  }
  const cover = ({ id, title }: { id: string; title: string }, place = id) =>
    amounts(id, title, readingsIn.get(place) ?? [], input)
  return input.sections.map((section) => ({
    ...cover(section),
    own: cover(section, ownOf(section.id)),
    topics: input.topics
      .filter((topic) => topic.sectionId === section.id && topic.parentId === null)
      .map((topic) => cover(topic)),
  }))
}

/** Whether anything of it was ever marked: what was not stays out of a picture of what one did. */
export function isTouched({ done, reading, queued, skipped }: Coverage): boolean {
  return done.readings + reading.readings + queued.readings + skipped.readings > 0
}

/** A topic's id has a slash in it, a section's has none. */
const ownOf = (sectionId: string) => `${sectionId}/`

function amounts(id: string, title: string, readingIds: Iterable<string>, { minutes, marks }: CoverageInput): Coverage {
  const none = (): Amount => ({ readings: 0, minutes: 0 })
  const result = { id, title, all: none(), done: none(), reading: none(), queued: none(), skipped: none() }
  for (const readingId of readingIds) {
    const status = marks.get(readingId)
    for (const amount of status === undefined ? [result.all] : [result.all, result[status]]) {
      amount.readings++
      amount.minutes += minutes.get(readingId) ?? 0
    }
  }
  return result
}
