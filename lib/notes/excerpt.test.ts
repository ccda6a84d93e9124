import { expect, it } from 'vitest'
import { excerptOf } from './excerpt.ts'

it.each([
  ['## What stays\n\n- [x] read\n- [ ] draw', 'What stays read draw'],
  ['| store | p99 |\n|---|--:|\n| Redis | 2 ms |', 'store p99 Redis 2 ms'],
  ['See **the** [paper](https://example.org/a_b), `x`', 'See the paper, x'],
  ['> 1. a\n2. b', '1. a b'],
  ['```sql\nselect 1\n```', 'select 1'],
  ['', ''],
])('shows the words of %j', (markdown, words) => {
  expect(excerptOf(markdown)).toBe(words)
})

it('cuts between words', () => {
  expect(excerptOf('one two three', 9)).toBe('one two …')
  expect(excerptOf('a'.repeat(1000)).length).toBeLessThan(150)
})
