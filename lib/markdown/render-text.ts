import { createHash } from 'node:crypto'
import { escapeHtml } from '#lib/html.ts'
import { runTask } from '#lib/worker/run-task.ts'
import { maxMarkdown } from './limits.ts'
import { renderMarkdown } from './render-markdown.ts'

/** Up to so many characters the slowest text that a fuzzer found takes some 20 ms: not worth another thread. */
export const renderedHere = 2000

/** What was rendered lately, the oldest first; a text that was too slow is tried once. In characters. */
const kept = new Map<string, string>()
const keptAtMost = 4_000_000
let keptNow = 0

/**
 * Turns a person's Markdown into safe HTML, as `renderMarkdown` does, and keeps nobody waiting: a long text is rendered
 * in a worker, and one that takes it longer than it may is shown as it was typed, with a sentence that says so.
 */
export async function renderText(text: string): Promise<string> {
  const hasDiagram = /^ {0,3}(?:```|~~~) *mermaid/m.test(text)
  if (text.length <= renderedHere && !hasDiagram) return renderMarkdown(text)
  const key = createHash('sha256').update(text).digest('base64')
  const known = kept.get(key)
  if (known !== undefined) return known
  const html = await rendered(text, hasDiagram)
  keep(key, html)
  return html
}

/** A text whose diagrams take too long is shown without them, one that takes too long even so as it was typed. */
async function rendered(text: string, hasDiagram: boolean): Promise<string> {
  if (hasDiagram) {
    const drawn = await runTask('renderWithDiagrams', text).catch(() => null)
    if (drawn !== null) return drawn
  }
  return runTask('renderMarkdown', text).catch(() => plainText(text))
}

/** A text as it was typed. */
function plainText(text: string): string {
  return `<p><em>This text takes too long to format, so here it is as it was typed.</em></p>\n<pre>${escapeHtml(text.slice(0, maxMarkdown))}</pre>\n`
}

function keep(key: string, html: string): void {
  if (!kept.has(key)) keptNow += html.length
  kept.set(key, html)
  for (const [oldest, { length }] of kept) {
    if (keptNow <= keptAtMost) break
    kept.delete(oldest)
    keptNow -= length
  }
}
