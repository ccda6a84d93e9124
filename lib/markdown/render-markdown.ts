import MarkdownIt from 'markdown-it'

import sanitizeHtml from 'sanitize-html'
import { maxMarkdown } from './limits.ts'
import { taskLists } from './task-lists.ts'

/** `rel` of every link that a person wrote: not vouched for, and told nothing of the page it was on. */
const rel = 'nofollow noopener ugc'

const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true, maxNesting: 20 }).use(taskLists)
// "node.js" and "redis.io" in a sentence are names, not addresses.
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false })

// A note stands below the page's own headings: its first level is their third.
markdown.core.ruler.push('lower-headings', (state) => {
  for (const token of state.tokens)
    if (token.type === 'heading_open' || token.type === 'heading_close')
      token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + 2)}`
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
    'a blockquote br code del em h3 h4 h5 h6 hr input li ol p pre s strong table tbody td th thead tr ul'.split(' '),
  allowedAttributes: {
    a: ['href', 'title', 'rel'],
    code: ['class'],
    input: ['type', 'checked', 'disabled', 'aria-label'],
    ol: ['start', 'class'],
    ul: ['class'],
    li: ['class'],
    th: ['align'],
    td: ['align'],
  },
  allowedClasses: {
    code: ['language-*'],
    ol: ['contains-task-list'],
    ul: ['contains-task-list'],
    li: ['task-list-item'],
  },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  nestingLimit: 60,
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
function alignment(tagName: string, { style }: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const side = /^text-align:(left|center|right)$/.exec(style ?? '')?.[1]
  return { tagName, attribs: side ? { align: side } : {} }
}

/**
 * Turns Markdown that a person wrote (CommonMark, with tables, task lists, strike-through and bare addresses as GitHub
 * has them) into HTML that may stand in any page: no HTML of their own, no scripts, no pictures, links to http, https
 * and mailto alone. What is longer than `maxMarkdown` characters is cut there.
 */
export function renderMarkdown(text: string): string {
  return sanitizeHtml(markdown.render(text.slice(0, maxMarkdown)), html)
}
