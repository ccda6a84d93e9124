import { renderText } from './render-text.ts'

/** Milliseconds after which others get their turn. */
const turn = 20

/** `renderText` of many texts, with other requests let in between. */
export async function renderAll(texts: readonly string[]): Promise<string[]> {
  const rendered: string[] = []
  let since = performance.now()
  for (const text of texts) {
    if (performance.now() - since > turn) {
      await new Promise((resolve) => setImmediate(resolve))
      since = performance.now()
    }
    rendered.push(await renderText(text))
  }
  return rendered
}
