/** One bullet of a list: a work at an address, at the place where the list has it. */
export type ListedWork = {
  /** As listed, with its tails ("at X", "- Person, Role", "(2 parts)"). */
  title: string
  url: string
  /** True for the work that a topic's own bullet links to. */
  introduction: boolean
  /** What stands behind the link, such as "(36 mins)"; empty when nothing does. */
  remark: string
  /** Place in its section, counted depth first from 0. */
  position: number
  /** Line in the file, from 1. */
  line: number
}

/** A topic, up to 3 deep below its section. */
export type EditionTopic = { title: string; listings: ListedWork[]; topics: EditionTopic[] }

export type EditionSection = { title: string; listings: ListedWork[]; topics: EditionTopic[] }

/** What one file says: the list's sections in their order, and what in it could not be taken as written. */
export type Edition = { sections: EditionSection[]; warnings: EditionWarning[] }

export type EditionWarning = { line: number; message: string }

/** A listing with the path that leads to it: section title and 0 to 3 topic titles. */
export type EditionListing = ListedWork & { section: string; topic: string[] }

export const maxTopicDepth = 3

/** Every listing of an edition with its path, in the order of the file. */
export function listEditionListings(edition: Edition): EditionListing[] {
  const listings: EditionListing[] = []
  const walk = (node: EditionTopic, section: string, topic: string[]) => {
    for (const listing of node.listings) listings.push({ ...listing, section, topic })
    for (const child of node.topics) walk(child, section, [...topic, child.title])
  }
  for (const section of edition.sections) {
    const start = listings.length
    walk(section, section.title, [])
    const own = listings.splice(start)
    listings.push(...own.toSorted((a, b) => a.position - b.position))
  }
  return listings
}
