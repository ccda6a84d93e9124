import { escapeHtml } from '../html.ts'
import { diagramProblem, renderDiagram } from './render-diagram.ts'
import { renderMarkdown } from './render-markdown.ts'

/** Most diagrams that are drawn in one text; further ones stay as text. */
export const mostDiagrams = 6

const block = /<pre><code class="language-mermaid">([\s\S]*?)<\/code><\/pre>/g

/**
 * `renderMarkdown`, with each block of Mermaid drawn; its text stays below the drawing, and alone where it cannot be
 * drawn, with a sentence that says why.
 */
export function renderWithDiagrams(text: string): string {
  let drawn = 0
  return renderMarkdown(text).replace(block, (code, escaped: string) => {
    const source = unescapeHtml(escaped)
    drawn += 1
    const problem = drawn > mostDiagrams ? `Only ${mostDiagrams} diagrams of a text are drawn.` : diagramProblem(source)
    if (problem) return `<p><em>${escapeHtml(problem)}</em></p>\n${code}`
    try {
      const svg = renderDiagram(source)
      return `<figure class="diagram">${svg}<details><summary>As text</summary>${code}</details></figure>`
    } catch {
      return `<p><em>This is no diagram that can be drawn, so it stands here as text.</em></p>\n${code}`
    }
  })
}

function unescapeHtml(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}
