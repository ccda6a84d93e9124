import { setImmediate } from 'node:timers/promises'
import type { Heading, RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { type Edition, type EditionSection, type EditionTopic, maxTopicDepth } from './edition.ts'
import { type Piece, cutMarkdown, toMarkdownTree } from './markdown-tree.ts'
import { readBlock, readHeadingLink } from './read-blocks.ts'
import type { Bullet, Source } from './read-bullets.ts'
import { cleanTitle } from './title-key.ts'

/** What a section is called whose items stand below no heading at all. */
const unnamed = 'Readings'

/**
 * Reads a list of any form: a heading a section, deeper headings and bullets with bullets below them the topics; every
 * other bullet, table row, line that begins with a link, and item of an HTML list with an outside link is a listing,
 * below whatever heading it stands. A topic bullet or heading that is itself a link lists the work that introduces the
 * topic. A section of links within the page only is the file's table of contents, and left out.
 *
 * In: Markdown of any line end, read as GitHub reads it. Out: the sections that list something or are empty headings
 * of the sections' level, and a warning for each thing that could not be taken as written; links in running text are
 * told by number. Never throws.
 */
export function parseAwesomeList(markdown: string): Edition {
  return readEdition(piecesOf(markdown).flatMap(blocksOf))
}

/** The same, letting others have their turn between the pieces of a long list: 20,000 items take two seconds. */
export async function parseAwesomeListInTurns(markdown: string): Promise<Edition> {
  const blocks: SourceBlock[] = []
  for (const piece of piecesOf(markdown)) {
    blocks.push(...blocksOf(piece))
    await setImmediate()
  }
  return readEdition(blocks)
}

type SourceBlock = { block: RootContent; source: Source }

function piecesOf(markdown: string): Piece[] {
  return cutMarkdown(markdown.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'))
}

function blocksOf({ text, line }: Piece): SourceBlock[] {
  const { children } = toMarkdownTree(text)
  const source = { line, definitions: collectDefinitions(children) }
  return children.map((block) => ({ block, source }))
}

function readEdition(blocks: readonly SourceBlock[]): Edition {
  const edition: Edition = { sections: [], warnings: [] }
  const level = sectionLevel(blocks)
  const contents = new Set<string>()
  let section: EditionSection | null = null
  let headings: { depth: number; title: string }[] = []
  let position = 0

  const asides = new Map<string, { line: number; count: number }>()
  let above = unnamed
  /** The section that an item belongs to: below a heading above the sections, one of that heading's name. */
  const home = (): EditionSection => {
    if (section) return section
    section = sectionOf(edition, above)
    position = listingCount(section)
    return section
  }
  /** The topic of the headings above, made only where something is listed in it. */
  const place = (): EditionTopic => headings.reduce<EditionTopic>((node, { title }) => topicOf(node, title), home())

  const addBullets = (bullets: Bullet[], node: EditionTopic, depth: number) => {
    for (const bullet of bullets) {
      const lists = countLinks(bullet.children) > 0
      let home = node
      let homeDepth = depth
      if (lists && depth < maxTopicDepth && bullet.title) {
        home = topicOf(node, bullet.title)
        homeDepth = depth + 1
      } else if (lists && bullet.title) {
        edition.warnings.push({
          line: bullet.line,
          message: `"${bullet.title}" is nested too deep: listed one level up`,
        })
      }
      if (bullet.url) {
        const { title, url, remark, line } = bullet
        home.listings.push({ title, url, remark, line, introduction: lists && home !== node, position: position++ })
      } else if (bullet.broken) {
        edition.warnings.push({ line: bullet.line, message: `"${bullet.title}" leads to no address that can be used` })
      }
      if (lists) addBullets(bullet.children, home, homeDepth)
    }
  }

  for (const { block, source } of blocks) {
    if (block.type === 'heading') {
      const title = headingTitle(block)
      const link = readHeadingLink(block, source)
      if (block.depth <= level) {
        section = block.depth === level && title ? sectionOf(edition, title) : null
        if (title) above = title
        headings = []
        position = section ? listingCount(section) : 0
        if (link) addBullets([link], home(), maxTopicDepth)
      } else if (title) {
        headings = headings.filter((each) => each.depth < block.depth).slice(0, maxTopicDepth - 1)
        headings.push({ depth: block.depth, title })
        if (link?.url) {
          const { url, line } = link
          place().listings.push({ title: link.title, url, remark: '', line, introduction: true, position: position++ })
        }
      }
      continue
    }
    const { items, left } = readBlock(block, source)
    if (block.type === 'list' && countLinks(items) === 0 && section) contents.add((section as EditionSection).title)
    if (countLinks(items) > 0 || items.some((item) => item.broken)) {
      addBullets(items, place(), headings.length)
    }
    if (left > 0) {
      const name = (section as EditionSection | null)?.title ?? above
      const aside = asides.get(name) ?? { line: (block.position?.start.line ?? 1) + source.line, count: 0 }
      asides.set(name, { ...aside, count: aside.count + left })
    }
  }
  for (const [name, { line, count }] of asides) {
    const links = count === 1 ? '1 link' : `${count} links`
    edition.warnings.push({ line, message: `${links} in the running text of "${name}" left out` })
  }
  edition.sections = edition.sections.filter((each) => listingCount(each) > 0 || !contents.has(each.title))
  for (const each of edition.sections) dropEmptyTopics(each)
  return edition
}

/** The level of the headings that are sections: the second, or the highest with lists where no second has one. */
function sectionLevel(blocks: readonly SourceBlock[]): number {
  const levels = new Set<number>()
  let open: number[] = []
  for (const { block } of blocks) {
    if (block.type === 'heading') open = [...open.filter((depth) => depth < block.depth), block.depth]
    else if (block.type === 'list' || block.type === 'table') for (const depth of open) levels.add(depth)
  }
  return levels.has(2) || levels.size === 0 ? 2 : Math.min(...levels)
}

function collectDefinitions(blocks: RootContent[]): Map<string, string> {
  const found = blocks.flatMap((block) => (block.type === 'definition' ? [block] : []))
  return new Map(found.toReversed().map((definition) => [definition.identifier, definition.url]))
}

function headingTitle(heading: Heading): string {
  return cleanTitle(toString(heading, { includeImageAlt: false, includeHtml: false }))
}

function sectionOf(edition: Edition, title: string): EditionSection {
  let section = edition.sections.find((each) => each.title === title)
  if (!section) {
    section = { title, listings: [], topics: [] }
    edition.sections.push(section)
  }
  return section
}

const topicsByTitle = new WeakMap<EditionTopic, Map<string, EditionTopic>>()

function topicOf(node: EditionTopic, title: string): EditionTopic {
  const known = topicsByTitle.get(node) ?? new Map<string, EditionTopic>()
  topicsByTitle.set(node, known)
  let topic = known.get(title)
  if (!topic) {
    topic = { title, listings: [], topics: [] }
    known.set(title, topic)
    node.topics.push(topic)
  }
  return topic
}

function countLinks(bullets: Bullet[]): number {
  return bullets.reduce((sum, bullet) => sum + (bullet.url ? 1 : 0) + countLinks(bullet.children), 0)
}

function listingCount(node: EditionTopic): number {
  return node.listings.length + node.topics.reduce((sum, topic) => sum + listingCount(topic), 0)
}

/** A deeper heading without items names nothing. */
function dropEmptyTopics(node: EditionTopic): void {
  node.topics = node.topics.filter((topic) => listingCount(topic) > 0)
  for (const topic of node.topics) dropEmptyTopics(topic)
}
