import { renderMarkdown } from './render-markdown.ts'

/** Milliseconds after which others get their turn. */
const turn = 20

/** `renderMarkdown` of many texts, with other requests let in between: a few hundred notes take seconds. */
export async function renderAll(texts: readonly string[]): Promise<string[]> {
  const rendered: string[] = []
  let since = performance.now()
  for (const text of texts) {
    if (performance.now() - since > turn) {
      await new Promise((resolve) => setImmediate(resolve))
      since = performance.now()
    }
    rendered.push(renderMarkdown(text))
  }
  return rendered
}
