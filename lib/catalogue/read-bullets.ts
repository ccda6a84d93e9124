import type { Code, ListItem, PhrasingContent, RootContent } from 'mdast'
import { toMarkdownTree } from './markdown-tree.ts'
import { type LinkLine, readLinkLine } from './read-link-line.ts'

/** One bullet: its first outside link with a title made of the words around it, and the bullets below it. */
export type Bullet = LinkLine & { line: number; children: Bullet[] }

/** What a block's piece of the file brings: the line, from 0, on which it starts, and its link definitions. */
export type Source = { line: number; definitions: ReadonlyMap<string, string> }

/**
 * The bullets of a block. A list gives its items. Bullets that stand too deep for Markdown (a level left out), which
 * it takes for code or for words of the line above, are read as the bullets they were meant as. Other blocks give none.
 */
export function readBullets(block: RootContent, source: Source): Bullet[] {
  if (block.type === 'list') return block.children.map((item) => bulletOf(item, source))
  if (block.type !== 'code' || !isIndentedBullets(block)) return []
  const inner = { ...source, line: source.line + (block.position?.start.line ?? 1) - 1 }
  return toMarkdownTree(dedent(block.value)).children.flatMap((each) => readBullets(each, inner))
}

function bulletOf(item: ListItem, source: Source): Bullet {
  const line = (item.position?.start.line ?? 1) + source.line
  const bullet: Bullet = { title: '', url: null, remark: '', broken: false, line, children: [] }
  let named = false
  for (const block of item.children) {
    if (block.type === 'paragraph') {
      const [own = [], ...swallowed] = splitAtBullets(block.children)
      if (!named) Object.assign(bullet, readLinkLine(own, source.definitions))
      named = true
      for (const nodes of swallowed) {
        bullet.children.push({ ...readLinkLine(nodes, source.definitions), line, children: [] })
      }
    } else {
      bullet.children.push(...readBullets(block, source))
    }
  }
  return bullet
}

/** Cuts a paragraph where a line of it begins like a bullet. */
function splitAtBullets(nodes: PhrasingContent[]): PhrasingContent[][] {
  const parts: PhrasingContent[][] = [[]]
  for (const node of nodes) {
    if (node.type !== 'text') {
      parts.at(-1)?.push(node)
      continue
    }
    const [first = '', ...rest] = node.value.split(/\n\s*[*+-]\s+/)
    parts.at(-1)?.push({ ...node, value: first })
    for (const value of rest) parts.push([{ ...node, value }])
  }
  return parts
}

/** Fenced code spans two lines more than it holds; only indented code can be misread bullets. */
function isIndentedBullets(code: Code): boolean {
  const { start, end } = code.position ?? {}
  const lines = code.value.split('\n')
  return !code.lang && !!start && !!end && end.line - start.line + 1 === lines.length && /^\s*[*+-]\s/.test(code.value)
}

function dedent(text: string): string {
  const indent = /^[ \t]*/.exec(text)?.[0] ?? ''
  return text
    .split('\n')
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line.trimStart()))
    .join('\n')
}
