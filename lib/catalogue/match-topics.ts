import type { Catalogue, Section, Topic } from './catalogue-change.ts'
import type { Edition, EditionTopic } from './edition.ts'
import { pushTo } from '../push-to.ts'
import { freeSlug, slugOf, titleKey } from './title-key.ts'

export type Place = { sectionId: string; topicId: string | null }

/** Which places of the catalogue the places of an edition are, and those that the catalogue has yet to get. */
export type PlaceMap = {
  get(section: string, topic: readonly string[]): Place
  /** In the order in which they must be made: a topic after its parent. */
  newSections: Section[]
  newTopics: Topic[]
  /** Topics that the edition calls otherwise; the catalogue's name and address of them stay. */
  renamed: { topicId: string; title: string }[]
}

/**
 * Maps an edition's sections and topics. A section is the one of the same name; a topic the one of the same name below
 * the same parent, else of the same name elsewhere in its section, else the one that its name gives the address of, else
 * the one in which most of its readings stand (`homesOf` gives the topic ids of a listing that is already known), each
 * taken once; else it is new.
 */
export function matchTopics(catalogue: Catalogue, edition: Edition, homesOf: (url: string) => string[]): PlaceMap {
  const places = new Map<string, Place>()
  const newSections: Section[] = []
  const newTopics: Topic[] = []
  const renamed: PlaceMap['renamed'] = []
  const sectionIds = new Set(catalogue.sections.map((section) => section.id))
  const sectionOf = new Map(catalogue.sections.toReversed().map((section) => [titleKey(section.title), section]))
  const topicsOf = Map.groupBy(catalogue.topics, (topic) => topic.sectionId)

  for (const section of edition.sections) {
    const key = titleKey(section.title)
    let home = sectionOf.get(key)
    if (!home) {
      home = { id: freeSlug(slugOf(section.title, 'section'), sectionIds), title: section.title }
      sectionIds.add(home.id)
      newSections.push(home)
      sectionOf.set(key, home)
    }
    places.set(pathKey(section.title, []), { sectionId: home.id, topicId: null })
    mapTopics(home.id, section)
  }

  function mapTopics(sectionId: string, section: EditionTopic): void {
    const tree = new SectionTree(topicsOf.get(sectionId) ?? [])
    const levels = levelsOf(section)
    const own = new Set(levels.flat().map(({ path }) => path.map(titleKey).join('|')))
    for (const { topic, path } of levels.flat()) {
      const parentId = places.get(pathKey(section.title, path.slice(0, -1)))?.topicId ?? null
      const known = tree.atPath(parentId, topic.title) ?? tree.elsewhere(sectionId, topic, path.length, own, homesOf)
      const id = known?.id ?? make(tree, sectionId, parentId, topic.title)
      if (known) tree.claim(known)
      if (known && known.title !== topic.title) renamed.push({ topicId: known.id, title: topic.title })
      places.set(pathKey(section.title, path), { sectionId, topicId: id })
    }
  }

  function make(tree: SectionTree, sectionId: string, parentId: string | null, title: string): string {
    const made = tree.add(sectionId, parentId, title)
    newTopics.push(made)
    pushTo(topicsOf, sectionId, made)
    return made.id
  }

  return {
    get: (section, topic) => {
      const place = places.get(pathKey(section, topic))
      if (!place) throw new Error(`no such place in the edition: ${section} > ${topic.join(' > ')}`)
      return place
    },
    newSections,
    newTopics,
    renamed,
  }
}

class SectionTree {
  private readonly byId = new Map<string, Topic>()
  private readonly byPlace = new Map<string, Topic>()
  private readonly byName = new Map<string, Topic[]>()
  private readonly slugs = new Set<string>()
  private readonly numbers = new Map<string, number>()
  private readonly claimed = new Set<string>()

  constructor(topics: readonly Topic[]) {
    for (const topic of topics) this.know(topic)
  }

  atPath(parentId: string | null, title: string): Topic | undefined {
    return this.byPlace.get(`${parentId}|${titleKey(title)}`)
  }

  elsewhere(
    sectionId: string,
    topic: EditionTopic,
    depth: number,
    own: ReadonlySet<string>,
    homesOf: (url: string) => string[],
  ) {
    const isFree = (each: Topic) => {
      if (this.claimed.has(each.id)) return false
      const path = this.path(each)
      return path.length <= depth && !own.has(path.join('|'))
    }
    const named = (this.byName.get(titleKey(topic.title)) ?? []).filter(isFree)
    if (named.length === 1) return named[0]
    const called = this.byId.get(`${sectionId}/${slugOf(topic.title, 'topic')}`)
    if (called && isFree(called)) return called
    return this.mostly(topic.listings, homesOf, isFree) ?? this.mostly(listingsBelow(topic), homesOf, isFree)
  }

  /** The free topic in which most of these stand, straight or below it. */
  private mostly(
    listings: readonly { url: string }[],
    homesOf: (url: string) => string[],
    isFree: (topic: Topic) => boolean,
  ): Topic | undefined {
    const counts = new Map<string, number>()
    for (const { url } of listings)
      for (const home of new Set(homesOf(url).flatMap((id) => this.upward(id))))
        counts.set(home, (counts.get(home) ?? 0) + 1)
    const needed = Math.max(2, listings.length / 2)
    return [...counts]
      .flatMap(([id, count]) => (count >= needed ? (this.byId.get(id) ?? []) : []))
      .filter(isFree)
      .toSorted(
        (a, b) =>
          (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0) ||
          this.path(b).length - this.path(a).length ||
          (a.id < b.id ? -1 : 1),
      )[0]
  }

  private upward(id: string): string[] {
    const topic = this.byId.get(id)
    return topic ? [id, ...(topic.parentId === null ? [] : this.upward(topic.parentId))] : []
  }

  claim(topic: Topic): void {
    this.claimed.add(topic.id)
  }

  add(sectionId: string, parentId: string | null, title: string): Topic {
    const slug = freeSlug(slugOf(title, 'topic'), this.slugs, this.numbers)
    const topic = { id: `${sectionId}/${slug}`, sectionId, parentId, title }
    this.know(topic)
    this.claim(topic)
    return topic
  }

  private know(topic: Topic): void {
    const key = titleKey(topic.title)
    this.byId.set(topic.id, topic)
    this.byPlace.set(`${topic.parentId}|${key}`, topic)
    pushTo(this.byName, key, topic)
    this.slugs.add(topic.id.slice(topic.sectionId.length + 1))
  }

  private path(topic: Topic): string[] {
    const parent = topic.parentId === null ? undefined : this.byId.get(topic.parentId)
    return [...(parent ? this.path(parent) : []), titleKey(topic.title)]
  }
}

function listingsBelow(topic: EditionTopic): { url: string }[] {
  return [...topic.listings, ...topic.topics.flatMap(listingsBelow)]
}

/** The topics below a node, level by level. */
function levelsOf(node: EditionTopic): { topic: EditionTopic; path: string[] }[][] {
  const levels: { topic: EditionTopic; path: string[] }[][] = []
  let level = node.topics.map((topic) => ({ topic, path: [topic.title] }))
  while (level.length > 0) {
    levels.push(level)
    level = level.flatMap(({ topic, path }) =>
      topic.topics.map((child) => ({ topic: child, path: [...path, child.title] })),
    )
  }
  return levels
}

function pathKey(section: string, topic: readonly string[]): string {
  return JSON.stringify([section, ...topic])
}
