import type { BlockContent, Heading, PhrasingContent, RootContent, Table } from 'mdast'
import { parseHttpUrl } from '../addresses/http-url.ts'
import { type Bullet, type Source, readBullets } from './read-bullets.ts'
import { readHtml } from './read-html.ts'
import { isOutside, linksOf, readLinkLine } from './read-link-line.ts'
import { cleanTitle } from './title-key.ts'

/** What a block says: its items, and how many links in its running text are no items. */
export type BlockItems = { items: Bullet[]; left: number }

/**
 * The items of a block that is no heading: bullets of a list, rows of a table, lines of a paragraph that begin with
 * their link, elements of HTML. Links that stand in the middle of a sentence are no items, and are counted.
 */
export function readBlock(block: RootContent, source: Source): BlockItems {
  if (block.type === 'table') return { items: readTable(block, source), left: 0 }
  if (block.type === 'paragraph') return readParagraph(block.children, lineOf(block, source), source)
  if (block.type === 'html') return { items: readHtml(block.value, lineOf(block, source)), left: 0 }
  if (block.type === 'blockquote') {
    const parts = (block.children as BlockContent[]).map((child) => readBlock(child, source))
    return { items: parts.flatMap(({ items }) => items), left: parts.reduce((sum, { left }) => sum + left, 0) }
  }
  return { items: readBullets(block, source), left: 0 }
}

/** The link of a heading, where it has one of words, not of a picture. */
export function readHeadingLink(heading: Heading, source: Source): Bullet | null {
  const links = linksOf(heading.children, source.definitions).filter(({ text }) => text.trim() !== '')
  const [first] = links.filter(({ address }) => isOutside(address))
  if (!first?.address) return null
  const title = cleanTitle(first.text)
  return title
    ? { title, url: first.address, remark: '', broken: false, line: lineOf(heading, source), children: [] }
    : null
}

/** Words that name no work, but the way to it. */
const pointer =
  /^(link|url|here|website|site|homepage|docs?|paper|pdf|video|slides|code|source|repo|github|read|view|open|go)$/i

function readTable(table: Table, source: Source): Bullet[] {
  return table.children.slice(1).flatMap((row) => {
    const cells = row.children.map((cell) => readLinkLine(cell.children, source.definitions))
    const at = cells.findIndex(({ url }) => url !== null)
    const cell = cells[at]
    if (!cell) return []
    const words = cells.filter((_, index) => index !== at).map(({ title }) => title)
    const named = words.find((text) => /\p{L}{2}/u.test(text) && parseHttpUrl(text) === null)
    const title = pointer.test(cell.title) && named ? named : cell.title
    return [{ ...cell, title, remark: cell.remark, line: lineOf(row, source), children: [] }]
  })
}

function readParagraph(nodes: readonly PhrasingContent[], line: number, source: Source): BlockItems {
  const items: Bullet[] = []
  let left = 0
  for (const { words, offset } of linesOf(nodes)) {
    const links = linksOf(words, source.definitions)
    const outside = links.filter(({ address, text }) => isOutside(address) && text.trim() !== '')
    const [first] = links.filter(({ text, address }) => address !== null || /[\p{L}\p{N}]/u.test(text))
    const isItem = first !== undefined && first === outside[0]
    if (isItem) items.push({ ...readLinkLine(words, source.definitions), line: line + offset, children: [] })
    left += isItem ? 0 : outside.length
  }
  return { items, left }
}

/** A paragraph's lines, each with how many stand before it. */
function linesOf(nodes: readonly PhrasingContent[]): { words: PhrasingContent[]; offset: number }[] {
  const lines: PhrasingContent[][] = [[]]
  for (const node of nodes) {
    if (node.type === 'break') lines.push([])
    else if (node.type !== 'text') lines.at(-1)?.push(node)
    else {
      const [first = '', ...rest] = node.value.split('\n')
      lines.at(-1)?.push({ ...node, value: first })
      for (const value of rest) lines.push([{ ...node, value }])
    }
  }
  return lines.map((words, offset) => ({ words, offset }))
}

function lineOf(node: { position?: { start: { line: number } } | undefined }, source: Source): number {
  return (node.position?.start.line ?? 1) + source.line
}
