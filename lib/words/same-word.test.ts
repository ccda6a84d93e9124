import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, wordKey, wordsOf } from './same-word.ts'

describe('a word', () => {
  test.each([
    ['café', 'cafe\u0301'],
    ['CAFÉ', 'cafe'],
    ["don't", 'don’t'],
    ['don‘t', 'donʼt'],
    ['ﬁle', 'file'],
    ['Ｋａｆｋａ', 'kafka'],
    ['İlkan', 'ilkan'],
    ['Straße', 'strasse'],
    ['Łukasz Ångström', 'lukasz angstrom'],
    ['می\u200cخواهم', 'میخواهم'],
    ['co\u00adoperate', 'cooperate'],
    ['real‑time', 'real-time'],
    ['Ελλάς', 'ελλασ'],
  ])('%s is %s', (a, b) => expect(fold(a)).toBe(fold(b)))

  test.each([
    ['が', 'か'],
    ['कि', 'क'],
    ['kafka', 'kafkas'],
  ])('%s is not %s', (a, b) => expect(fold(a)).not.toBe(fold(b)))

  test('loses the possessive and keeps what an apostrophe joins', () => {
    expect(wordsOf("Google’s Spanner: what's new for engineers' tools, don't")).toEqual(
      'google spanner what new for engineers tools dont'.split(' '),
    )
  })

  test('of Chinese, Japanese and Thai is each letter, of Korean and Hindi what stands between spaces', () => {
    expect(wordsOf('数据库 at Uber')).toEqual(['数', '据', '库', 'at', 'uber'])
    expect(wordsOf('サーバーの話')).toEqual(['サー', 'バー', 'の', '話'])
    expect(wordsOf('데이터 हिन्दी')).toEqual(['데이터', 'हिन्दी'])
  })

  test('is one joined, apart and hyphenated', () => {
    expect(new Set(['micro-services', 'Micro Services', 'microservices', 'micro/services'].map(wordKey))).toHaveLength(
      1,
    )
  })

  test('folding twice is folding once, whatever the text', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }))
    fc.assert(
      fc.property(text, (given) => {
        expect(fold(fold(given))).toBe(fold(given))
        expect(wordsOf(wordsOf(given).join(' '))).toEqual(wordsOf(given))
      }),
      { numRuns: 300 },
    )
  })
})
