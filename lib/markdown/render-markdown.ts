import { createHash } from 'node:crypto'
import MarkdownIt from 'markdown-it'
import footnotes from 'markdown-it-footnote'
import sanitizeHtml from 'sanitize-html'
import { escapeHtml } from '../html.ts'
import { maxMarkdown } from './limits.ts'
import { taskLists } from './task-lists.ts'

/** `rel` of every link that a person wrote: not vouched for, and told nothing of the page it was on. */
const rel = 'nofollow noopener ugc'

/** Blocks in blocks. The parser drops what is deeper, so that a text which is gets shown as it was typed. */
const maxNesting = 100

const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true, maxNesting }).use(taskLists).use(footnotes)
// "node.js" and "redis.io" in a sentence are names, not addresses.
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false })

// A note stands below the page's own headings: its first level is their third.
markdown.core.ruler.push('lower-headings', (state) => {
  for (const token of state.tokens)
    if (token.type === 'heading_open' || token.type === 'heading_close')
      token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + 2)}`
})

const blocks = /^(paragraph|heading|bullet_list|ordered_list|th|td)_open$/

// Each block runs as its own words do, from the right or from the left.
markdown.core.ruler.push('direction', (state) => {
  for (const token of state.tokens) if (blocks.test(token.type) && !token.hidden) token.attrSet('dir', 'auto')
})

// The policy of the pages allows no pictures from elsewhere, and one would tell its server who reads what.
markdown.renderer.rules.image = (tokens, index) => {
  const token = tokens[index]
  const alt = markdown.utils.escapeHtml(token?.content || 'image')
  const before = tokens.slice(Math.max(0, index - 20), index)
  const inLink =
    before.findLastIndex((t) => t.type === 'link_open') > before.findLastIndex((t) => t.type === 'link_close')
  return inLink ? alt : `<a href="${markdown.utils.escapeHtml(String(token?.attrGet('src') ?? ''))}">${alt}</a>`
}

const html: sanitizeHtml.IOptions = {
  allowedTags:
    'a blockquote br code del em h3 h4 h5 h6 hr input li ol p pre s section strong sup table tbody td th thead tr ul'.split(
      ' ',
    ),
  allowedAttributes: {
    a: ['href', 'title', 'rel', 'id', 'class'],
    code: ['class'],
    input: ['type', 'checked', 'disabled', 'aria-label'],
    ol: ['start', 'class', 'dir'],
    ul: ['class', 'dir'],
    li: ['class', 'id'],
    section: ['class'],
    sup: ['class'],
    th: ['align', 'dir'],
    td: ['align', 'dir'],
    ...Object.fromEntries(['p', 'h3', 'h4', 'h5', 'h6'].map((tag) => [tag, ['dir']])),
  },
  allowedClasses: {
    code: ['language-*'],
    a: ['footnote-backref'],
    ol: ['contains-task-list', 'footnotes-list'],
    section: ['footnotes'],
    sup: ['footnote-ref'],
    ul: ['contains-task-list'],
    li: ['task-list-item', 'footnote-item'],
  },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  nestingLimit: 3 * maxNesting,
  transformTags: {
    a: (tagName, attribs) => ({ tagName, attribs: { ...attribs, rel } }),
    // A task's own words follow its box; the box alone needs a name too.
    input: (tagName, attribs) => ({
      tagName,
      attribs: { ...attribs, 'aria-label': 'checked' in attribs ? 'done' : 'to do' },
    }),
    th: alignment,
    td: alignment,
  },
}

/** A column's side, as an attribute: a style would have to be parsed for each cell. */
function alignment(tagName: string, { style, dir }: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const side = /^text-align:(left|center|right)$/.exec(style ?? '')?.[1]
  return { tagName, attribs: { ...(side && { align: side }), ...(dir && { dir }) } }
}

/**
 * Turns Markdown that a person wrote (CommonMark, with tables, task lists, strike-through, footnotes and bare addresses
 * as GitHub has them) into HTML that may stand in any page: no HTML of their own, no scripts, no pictures, links to http, https
 * and mailto alone. What is longer than `maxMarkdown` characters is cut there.
 */
export function renderMarkdown(text: string): string {
  const given = text.slice(0, maxMarkdown)
  // Several texts stand in one page: their footnotes are told apart by the text.
  const env = { docId: createHash('sha256').update(given).digest('hex').slice(0, 8) }
  const tokens = markdown.parse(given, env)
  if (tokens.some((token) => token.level >= maxNesting - 1)) return `<pre>${escapeHtml(given)}</pre>\n`
  return sanitizeHtml(markdown.renderer.render(tokens, markdown.options, env), html)
}
