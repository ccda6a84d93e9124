import type { Medium, MinutesBasis } from './minutes.ts'

/** A reading as a line of a list. */
export interface ReadingRow {
  id: string
  /** As it is called at this place, or anywhere beside its organisation. */
  title: string
  url: string
  organisation: string | null
  /** Authors or speakers, named where no organisation stands. */
  people: string[]
  medium: Medium
  minutes: number
  minutesBasis: MinutesBasis
  parts: number
  delistedOn: string | null
  /** What the last check of the address found; null: never checked. */
  link: 'alive' | 'moved' | 'dead' | 'unknown' | null
  introduction: boolean
  /** Why it stands on this page, in a few words; most lists say none. */
  reason?: string
}

/** A node of a section's tree. */
export interface TopicNode {
  /** `<section>/<slug>`, which is also its address below `/catalogue/`. */
  id: string
  slug: string
  title: string
  parentId: string | null
  /** 1 straight under the section, to 3. */
  depth: number
}

/**
 * A topic's own readings; `topic` null stands for those straight under the section. Those that the list puts behind the
 * topics below are a second group of the same topic.
 */
export interface ReadingGroup {
  topic: TopicNode | null
  rows: ReadingRow[]
  /** Whether these stand behind the topics below. */
  isAfter: boolean
}
