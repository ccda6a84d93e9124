import type { PhrasingContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { parseHttpUrl } from '../addresses/http-url.ts'
import { hrefOf } from './read-html.ts'
import { cleanTitle } from './title-key.ts'

/** What one line of a list says. `broken`: there is a link in it, but none with a usable address. */
export type LinkLine = { title: string; url: string | null; remark: string; broken: boolean }

type Piece = { text: string; address: string | null; bare: boolean }

/**
 * Reads a bullet's words: its first outside link, the title, and what follows as a remark. Links within the page or the
 * repository are no outside links. Brackets that Markdown could not pair are mended: `[A [b](address)`,
 * `[a] b](address)` and addresses with spaces or a lone parenthesis.
 */
export function readLinkLine(nodes: PhrasingContent[], definitions: ReadonlyMap<string, string>): LinkLine {
  const pieces = toPieces(nodes, definitions)
  const named = pieces.findIndex((piece) => isOutside(piece.address) && piece.text.trim() !== '')
  const first = named < 0 ? pieces.findIndex((piece) => isOutside(piece.address)) : named
  if (first < 0) {
    const broken = pieces.some((piece) => piece.address !== null && /^[a-z][a-z0-9+.-]*:(?!\/\/$)/i.test(piece.address))
    return { title: cleanTitle(join(pieces)), url: null, remark: '', broken }
  }
  const link = pieces[first] as Piece & { address: string }
  const before = join(pieces.slice(0, first))
  const after = join(pieces.slice(first + 1))
  if (link.bare) return readBareLink(before, link, after)
  const lead = before.replace(/^\s*\[/, '').trim()
  const isPartOfTitle = /\p{L}.*\p{L}.*\p{L}/su.test(lead)
  const title = cleanTitle(isPartOfTitle ? `${lead} ${link.text}` : link.text)
  return { title: title || address(link.address), url: tidy(link.address), remark: remarkOf(after), broken: false }
}

function readBareLink(before: string, link: Piece & { address: string }, after: string): LinkLine {
  const bracket = before.lastIndexOf('](')
  if (bracket < 0 || before.slice(bracket + 2).trim() !== '') {
    const title = cleanTitle(before.replace(/[\s:–—-]+$/u, '')) || address(link.address)
    return { title, url: tidy(link.address), remark: remarkOf(after), broken: false }
  }
  const title = cleanTitle(before.slice(0, bracket).replace(/^\s*\[/, ''))
  const rest = link.text + after
  let depth = 1
  let end = 0
  while (end < rest.length && depth > 0) {
    if (rest[end] === '(') depth++
    if (rest[end] === ')') depth--
    end++
  }
  if (depth > 0) end = Math.max(rest.lastIndexOf(')') + 1, 1)
  const url = tidy(rest.slice(0, end - 1))
  const mended = isOutside(url) ? url : tidy(link.address)
  return { title: title || address(mended), url: mended, remark: remarkOf(rest.slice(end)), broken: false }
}

/** The words of a line in pieces, links among them. */
export function linksOf(
  nodes: readonly PhrasingContent[],
  definitions: ReadonlyMap<string, string>,
): { text: string; address: string | null }[] {
  return toPieces(nodes, definitions)
}

/** Puts `<a href>`, its words and `</a>` together: Markdown takes them for three nodes. */
function joinAnchors(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = []
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at] as PhrasingContent
    const url = node.type === 'html' ? hrefOf(node.value) : null
    const end =
      url === null ? -1 : nodes.findIndex((one, i) => i > at && one.type === 'html' && /^<\/a\s*>$/i.test(one.value))
    if (url === null || end < 0) joined.push(node)
    else {
      const children = nodes.slice(at + 1, end).filter((one) => one.type !== 'link' && one.type !== 'linkReference')
      joined.push({ type: 'link', url, title: null, children: children as never })
      at = end
    }
  }
  return joined
}

function toPieces(given: readonly PhrasingContent[], definitions: ReadonlyMap<string, string>): Piece[] {
  const nodes = given.some((node) => node.type === 'html') ? joinAnchors(given) : given
  return nodes.flatMap((node): Piece[] => {
    if (node.type === 'link') {
      const text = words(node)
      return [{ text, address: node.url, bare: node.url === text || node.url === `http://${text}` }]
    }
    if (node.type === 'linkReference') {
      return [{ text: words(node), address: definitions.get(node.identifier) ?? null, bare: false }]
    }
    if (node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete') {
      return toPieces(node.children, definitions)
    }
    return [{ text: words(node), address: null, bare: false }]
  })
}

function words(node: PhrasingContent): string {
  if (node.type === 'break') return ' '
  return toString(node, { includeImageAlt: false, includeHtml: false })
}

function join(pieces: Piece[]): string {
  return pieces.map((piece) => piece.text).join('')
}

/** Whether it leads out of the file and its repository. */
export function isOutside(address: string | null): address is string {
  return address !== null && parseHttpUrl(address) !== null
}

function tidy(address: string): string {
  return address.trim().replace(/\s+/g, '%20')
}

function remarkOf(text: string): string {
  return cleanTitle(text.replace(/^[\s:–—-]+/u, ''))
}

function address(url: string): string {
  return url.replace(/^https?:\/\//, '')
}
