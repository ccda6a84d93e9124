import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emphasiseMentions, findMentions, mentionedIds } from './mentions.ts'

const members = [
  { userId: 'u1', name: 'Ada Lovelace' },
  { userId: 'u2', name: 'Ada' },
  { userId: 'u3', name: 'Grace Hopper' },
  { userId: 'u4', name: 'Żółć Ünal' },
  { userId: 'u5', name: 'Sam Lee' },
  { userId: 'u6', name: 'Sam Roe' },
  { userId: 'u7', name: 'R2*D2 [x]' },
]
const who = (text: string) => mentionedIds(text, members)

test('a whole name after an at sign mentions its bearer, the longest name first', () => {
  expect(who('@Ada Lovelace, see this')).toEqual(['u1'])
  expect(who('@Ada, see this')).toEqual(['u2'])
  expect(who('thanks (@grace hopper)!')).toEqual(['u3'])
  expect(who('@Żółć Ünal?')).toEqual(['u4'])
})

test('a first name is enough where only one of them has it', () => {
  expect(who('@grace look')).toEqual(['u3'])
  expect(who('@Sam look')).toEqual([])
})

test('a name inside a word or an address is no mention', () => {
  expect(who('mail ada@Ada.org, @Adam, @Ada_2')).toEqual([])
  expect(who('é@Ada')).toEqual([])
  expect(who('𝒳@Ada')).toEqual([])
})

test('an address mentions nobody, and stays as it was written', () => {
  const text =
    'https://medium.com/@ada/x [post](https://medium.com/@ada) medium.com/@ada www.x.org/?by=@ada <https://x.org/@ada>'
  expect(who(text)).toEqual([])
  expect(emphasiseMentions(text, members)).toBe(text)
  expect(who(`${text} and @ada`)).toEqual(['u2'])
})

test('names of any script are found, in any form of their letters', () => {
  const people = [
    { userId: 'i', name: 'İlkan Coşkun' },
    { userId: 'w', name: '王芳' },
    { userId: 'j', name: 'Jose\u0301' },
    { userId: 'o', name: 'Sean O’Neill' },
  ]
  expect(mentionedIds('@İlkan Coşkun and @ilkan', people)).toEqual(['i'])
  expect(mentionedIds('@王芳你好', people)).toEqual(['w'])
  expect(mentionedIds('谢谢@王芳', people)).toEqual(['w'])
  expect(mentionedIds("@José and @sean o'neill", people)).toEqual(['j', 'o'])
  expect(mentionedIds('@Joséphine', people)).toEqual([])
  expect(emphasiseMentions('谢谢@王芳你好', people)).toBe('谢谢@**王芳**你好')
  expect(emphasiseMentions('@İlkan Coşkun: hi', people)).toBe('**\\@İlkan Coşkun**: hi')
})

test('code mentions nobody', () => {
  expect(who('`@Ada` and ``x ` @Ada`` and\n```\n@Grace\n```\n@Sam Lee')).toEqual(['u5'])
  expect(who('```\n@Ada never closed')).toEqual([])
})

test('two people of one name are both meant', () => {
  const twins = [...members, { userId: 'u0', name: 'ada' }]
  expect(mentionedIds('hi @ADA', twins)).toEqual(['u0', 'u2'])
})

test('a mention is made bold, with the signs in a name made harmless', () => {
  expect(emphasiseMentions('hi @R2*D2 [x]!', members)).toBe('hi **\\@R2\\*D2 \\[x\\]**!')
  expect(emphasiseMentions('nobody', members)).toBe('nobody')
})

test('mentions of any text lie inside it, in order, and say a name', () => {
  const piece = fc.oneof(fc.string(), fc.constantFrom('@Ada', '@ada lovelace', '`', '```\n', '\n', '@', 'Sam', ' '))
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const text = pieces.join('')
      let last = 0
      for (const mention of findMentions(text, members)) {
        expect(mention.start).toBeGreaterThanOrEqual(last)
        expect(text[mention.start]).toBe('@')
        expect(mention.userIds.length).toBeGreaterThan(0)
        last = mention.end
      }
      expect(last).toBeLessThanOrEqual(text.length)
    }),
  )
})

test('a long hostile comment takes little CPU to search', () => {
  const begin = process.cpuUsage()
  for (const bad of ['`'.repeat(20_000), '`a'.repeat(10_000), '@Ada'.repeat(5000), '~~~\n'.repeat(5000)])
    findMentions(bad, members)
  expect(process.cpuUsage(begin).user / 1000).toBeLessThan(3000)
})
