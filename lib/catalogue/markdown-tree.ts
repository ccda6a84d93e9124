import type { Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { foldLinks, unfoldLinks } from './fold-links.ts'

const linesAPiece = 40
// A line of thousands of markers would nest the tree deeper than the stack.
const tooManyMarkers = /^(?:[ \t]*(?:[*+>-]|\d{1,9}[.)])(?=[ \t])){50}/

/** GitHub's Markdown as a tree of positions and nodes. Never throws. */
export function toMarkdownTree(markdown: string): Root {
  const { text, links } = foldLinks(markdown)
  const tree = parse(text)
  return links.length === 0 || unfoldLinks(tree, links) ? tree : parse(markdown)
}

function parse(markdown: string): Root {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
}

/** A part of a file that stands for itself, with the line, from 0, on which it starts. */
export type Piece = { text: string; line: number }

const isDelimiter = /^ {0,3}\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?$/

/**
 * Cuts a file before headings, paragraphs and bullets of the first column, and between rows of a table, into pieces of some 40 lines, because the parser's time
 * grows with the square of a list's length: 20,000 bullets take a third of the time so. Never cuts inside a fence or a
 * comment; each piece gets the link definitions of the file that it mentions, and the head of the table that it is of.
 */
export function cutMarkdown(markdown: string): Piece[] {
  const lines = markdown.split('\n').map((line) => (tooManyMarkers.test(line) ? '' : line))
  const definitions = new Map<string, string>()
  for (const line of lines) {
    const label = /^ {0,3}\[([^\]]+)\]:\s*\S/.exec(line)?.[1]
    if (label && !definitions.has(label.toLowerCase())) definitions.set(label.toLowerCase(), line.trim())
  }
  const pieces: Piece[] = []
  let start = 0
  let fence = ''
  let inComment = false
  /** The first two lines of the table that goes on, and those that the next piece begins with. */
  let table: string[] = []
  let head: string[] = []
  const close = (end: number) => {
    const text = [...head, ...lines.slice(start, end)].join('\n')
    pieces.push({ text: text + mentioned(text, definitions), line: start - head.length })
    start = end
    head = table
  }
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1] ?? ''
    if (isDelimiter.test(line) && before.includes('|')) table = [before, line]
    else if (line.trim() === '') table = []
    const isRow = table.length > 0 && line.trimStart().startsWith('|') && !isDelimiter.test(line)
    const isBoundary = isRow || /^(#{1,6}\s|[*+-]\s)/.test(line) || (before.trim() === '' && /^[^\s|>#*+-]/.test(line))
    if (!isRow && isBoundary) table = []
    if (isBoundary && !fence && !inComment && i - start >= linesAPiece) close(i)
    const mark = /^\s*(?:[*+-]\s+)?(`{3,}|~{3,})/.exec(line)?.[1]
    if (mark && !fence) fence = mark
    else if (mark && mark.startsWith(fence)) fence = ''
    if (!fence && line.includes('<!--')) inComment = true
    if (line.includes('-->')) inComment = false
  }
  close(lines.length)
  return pieces
}

function mentioned(text: string, definitions: ReadonlyMap<string, string>): string {
  if (definitions.size === 0) return ''
  const labels = new Set([...text.matchAll(/\[([^\]]+)\]/g)].map((match) => (match[1] ?? '').toLowerCase()))
  const lines = [...labels].flatMap((label) => definitions.get(label) ?? [])
  return lines.length > 0 ? `\n\n${lines.join('\n')}` : ''
}
