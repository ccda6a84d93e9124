import { describe, expect, test } from 'vitest'
import { decideMany } from './decide-many.ts'
import { chooseSections, withoutLeftOut } from './edition-sections.ts'
import type { Doubt } from './match.ts'
import { parseAwesomeList } from './parse-awesome-list.ts'

describe('the sections of a file', () => {
  const edition = parseAwesomeList(
    ['Caching', 'Special thanks', 'Contributing', 'License', 'Credits', 'Thanksgiving scale']
      .map((title, n) => `## ${title}\n- [w${n}](https://x.org/${n})`)
      .join('\n'),
  )

  test('that speak of the list itself are proposed as left out', () => {
    expect(withoutLeftOut(edition, chooseSections(edition)).sections.map(({ title }) => title)).toEqual([
      'Caching',
      'Thanksgiving scale',
    ])
  })

  test('are taken in or left out as a person says', () => {
    const chosen = new Map([
      ['Credits', true],
      ['Caching', false],
    ])
    expect(withoutLeftOut(edition, chooseSections(edition, chosen)).sections.map(({ title }) => title)).toEqual([
      'Credits',
      'Thanksgiving scale',
    ])
  })
})

describe('many doubts', () => {
  const doubt = (key: string, readingId: string, score: number, section = 'A'): Doubt => ({
    key,
    incoming: { title: key, url: `https://x.org/${key}`, section, topic: [], line: 1 },
    candidate: { readingId, title: '', url: '', delistedOn: null },
    score,
    suggestion: 'new',
  })
  const doubts = [
    doubt('one', 'r1', 0.95),
    doubt('two', 'r2', 0.7),
    doubt('three', 'r1', 0.9),
    doubt('four', 'r4', 0.99, 'B'),
  ]

  test('are decided at once: the same from a score on, all others new', () => {
    expect(Object.fromEntries(decideMany(doubts, { sameFrom: 0.85, othersNew: true }))).toEqual({
      one: 'r1',
      two: null,
      three: null,
      four: 'r4',
    })
    expect(decideMany(doubts, { sameFrom: null, othersNew: true }).size).toBe(4)
    expect(decideMany(doubts, { sameFrom: 0.85, othersNew: false }).has('two')).toBe(false)
  })

  test('are decided section by section', () => {
    expect([...decideMany(doubts, { sameFrom: 0.85, othersNew: true, sections: ['B'] })]).toEqual([['four', 'r4']])
  })
})
