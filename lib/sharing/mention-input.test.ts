import { expect, test } from 'vitest'
import { completeMention, mentionBefore } from './mention-input.ts'

test('a name is offered from the @ on, and not inside an address', () => {
  expect(mentionBefore('Hi @', 4)).toBe('')
  expect(mentionBefore('Hi @Ada Lo', 10)).toBe('Ada Lo')
  expect(mentionBefore('Hi @Ada', 2)).toBeNull()
  expect(mentionBefore('ada@ex', 6)).toBeNull()
})

test('a chosen name takes the place of what was typed of it', () => {
  expect(completeMention('Hi @ad, ok', 6, 'Ada Lovelace')).toEqual({ text: 'Hi @Ada Lovelace , ok', caret: 17 })
})
