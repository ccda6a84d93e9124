import { expect, test } from 'vitest'
import { goesOn, toLines } from './markdown-text.ts'
import { fromMarkdown } from './plan-markdown.ts'

const quick = { timeout: 2000 }

test('paragraphs of several lines are written down at once, however many lines stand before the gap', quick, () => {
  const paragraphs = `${Array(8).fill('some words of a line').join('\n')}\n\nanother paragraph`
  expect(toLines(paragraphs)).toEqual([expect.stringContaining('another paragraph')])
  expect(toLines('one\ntwo')).toEqual(['one\\', 'two'])
})

test('a file full of spaces, backslashes or details is read in no time', quick, () => {
  const many = 200_000
  expect(fromMarkdown(`- [ ] x${' '.repeat(many)}y`).plan.items).toHaveLength(1)
  expect(fromMarkdown(`- [ ] ${' '.repeat(many)}a\u2028y`).plan.items).toHaveLength(1)
  expect(goesOn(`${'\\'.repeat(many)}x`)).toBe(false)
  expect(fromMarkdown(`- [ ] x\n${'  - touches: a\n'.repeat(many / 2)}`).plan.items[0]?.touches).toHaveLength(many / 2)
})
