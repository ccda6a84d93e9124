import { expect, test } from 'vitest'
import { renderMarkdown } from './render-markdown.ts'
import { renderText } from './render-text.ts'

const bomb = '=\n>>>>~~~\n'.repeat(5556).slice(0, 50_000)

/** Milliseconds that the thread which answers everybody computed while `work` ran. */
async function computed(work: () => Promise<unknown>): Promise<number> {
  const begin = process.threadCpuUsage()
  await work()
  const { user, system } = process.threadCpuUsage(begin)
  return (user + system) / 1000
}

test('a long note is the same HTML as a short one would be', async () => {
  const note = '- a **word** and `code`\n'.repeat(2000)
  expect(await renderText(note)).toBe(renderMarkdown(note))
})

test('a text that takes seconds to format is shown as it was typed, and keeps nobody else waiting', async () => {
  let html = ''
  const own = await computed(async () => {
    html = await renderText(bomb)
  })
  expect(html).toContain('takes too long to format')
  expect(html).toContain('&gt;&gt;&gt;&gt;~~~')
  expect(html).not.toContain('>>>>')
  expect(own).toBeLessThan(300)
})

test('the same text is tried once, however often it is read', async () => {
  await renderText(bomb)
  const own = await computed(async () => {
    for (let times = 0; times < 100; times++) await renderText(bomb)
  })
  expect(own).toBeLessThan(300)
})

test('after a text that was too slow the next ones are formatted again', async () => {
  const texts = Array.from({ length: 3 }, (_, index) => `# ${index}\n\n${'a *b* '.repeat(1000)}`)
  const [slow, ...others] = await Promise.all([renderText(`${bomb} `), ...texts.map(renderText)])
  expect(slow).toContain('takes too long to format')
  expect(others).toEqual(texts.map(renderMarkdown))
})
