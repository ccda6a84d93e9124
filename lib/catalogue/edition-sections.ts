import { type Edition, type EditionTopic } from './edition.ts'
import { titleKey } from './title-key.ts'

/** A section of a file, and whether it is left out of an import. */
export type SectionChoice = { title: string; works: number; isLeftOut: boolean }

const aside =
  /^(special )?thanks( to)?$|^(how to )?contribut|^licen[cs]e|^copyright|^credits?$|^acknowledge?ments?$|^code of conduct|^support( us| me| the project)?$|^sponsors?(hip)?$|^donat|^change ?log$|^(related|other|more) (awesome )?lists?$|^authors?$|^maintainers?$|^star history$|^disclaimer$|^feedback$|^backers?$|^community$|^translations?$|^table of contents$|^contents?$|^toc$/

/** Whether a section speaks of the list and not of its subject: "Special thanks", "Contributing", "Licence". */
export function isAside(title: string): boolean {
  return aside.test(titleKey(title))
}

/** The sections of a file, each left out where it is an aside, unless `chosen` says otherwise by its title. */
export function chooseSections(edition: Edition, chosen: ReadonlyMap<string, boolean> = new Map()): SectionChoice[] {
  return edition.sections.map((section) => ({
    title: section.title,
    works: count(section),
    isLeftOut: !(chosen.get(section.title) ?? !isAside(section.title)),
  }))
}

/** The edition without the sections that are left out. */
export function withoutLeftOut(edition: Edition, choices: readonly SectionChoice[]): Edition {
  const out = new Set(choices.filter(({ isLeftOut }) => isLeftOut).map(({ title }) => title))
  return { ...edition, sections: edition.sections.filter(({ title }) => !out.has(title)) }
}

function count(node: EditionTopic): number {
  return node.listings.length + node.topics.reduce((sum, topic) => sum + count(topic), 0)
}
