import { expect, test } from 'vitest'
import { maxMarkdown } from './limits.ts'
import { renderMarkdown } from './render-markdown.ts'
import { renderedHere, renderText } from './render-text.ts'

const patterns = [
  '=\n>>>>~~~\n',
  '[',
  '![',
  '*a_ ',
  '**a *b ',
  '> ',
  '- ',
  '* - + ',
  '- [ ] a\n',
  '|a',
  '&amp',
  '<a href=',
  'http://',
  'mailto:',
  '[a](',
  '~~a',
  '`a``b',
  '# a\n',
  'a\n-\n',
  '[a]: b "',
  '\\',
  '<!--',
  '![a](b)',
  '[a](<',
  '(',
  ']',
  '>\n',
  '~~~\n',
  '```\n',
  '    x\n',
  '1. ',
  '|-|\n',
  '\n',
  '>>>>',
  '<',
  '"',
  "'",
  '_',
  '*',
  '~',
  '`',
  '[a]: x\n',
  '[a][',
  '\t',
  '>- ',
  '> - ```\n',
  '\u0000',
  'é',
  '[x]',
  '</',
  'http://a.b/(',
  'a@b.c ',
  '[^a]: x\n',
  '[^a]',
]

const pairs = patterns.flatMap((a) => patterns.map((b) => a + b))
const fill = (pattern: string, length: number) => pattern.repeat(Math.ceil(length / pattern.length)).slice(0, length)

function computed(begin: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(begin)
  return (user + system) / 1000
}

test('no pair of patterns that is short enough to be formatted where others wait takes long', () => {
  let worst = { ms: 0, pattern: '' }
  for (const pattern of pairs) {
    const text = fill(pattern, renderedHere)
    // The first time compiles; what a person waits for is the second.
    renderMarkdown(text)
    const begin = process.threadCpuUsage()
    renderMarkdown(text)
    const ms = computed(begin)
    if (ms > worst.ms) worst = { ms, pattern }
  }
  console.log(
    `Formatted at once: ${pairs.length} pairs of ${renderedHere} characters, worst ${Math.round(worst.ms)} ms`,
  )
  expect(worst.ms).toBeLessThan(200)
})

test(
  'no pair of patterns at the full length keeps the thread that answers everybody busy',
  { timeout: 3_600_000 },
  async () => {
    let worst = 0
    let slow = 0
    for (const pattern of pairs) {
      const begin = process.threadCpuUsage()
      const html = await renderText(fill(pattern, maxMarkdown))
      worst = Math.max(worst, computed(begin))
      if (html.includes('takes too long to format')) slow++
    }
    console.log(
      `Formatted in the worker: ${pairs.length} pairs of ${maxMarkdown} characters, ${slow} shown as typed, worst ${Math.round(worst)} ms here`,
    )
    expect(worst).toBeLessThan(200)
  },
)
