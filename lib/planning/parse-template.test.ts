import { describe, expect, test } from 'vitest'
import { parseTemplate } from './parse-template.ts'

const file = 'db/content/plans/one-week.yaml'
const good = `id: one-week
title: One week
summary: A week.
days: 7
weekdayMinutes: [60, 60, 60, 60, 60, 0, 0]
phases:
  - title: Begin
    goal: After this I can begin.
    items:
      - kind: read
        tier: must
        reading: a-reading
        reason: where it starts
      - kind: card
        tier: must
        reading: a-reading
        title: A card
        minutes: 8
        reason: to keep it
      - kind: drill
        key: drill-one
        tier: should
        title: A drill
        minutes: 25
        reason: to try it
        prompt: Design something.
        touches: [one, two, three, four]
`

/** The errors of the good file with one text in it replaced. */
function errorsWith(from: string, to: string) {
  expect(good).toContain(from)
  return parseTemplate(good.replace(from, to), file).errors
}

describe('someone who writes a template', () => {
  test('gets every item with a key, and null where the reading itself says how long it takes', () => {
    const { template } = parseTemplate(good, file)
    expect(template?.phases[0]?.items).toEqual([
      {
        key: 'a-reading',
        kind: 'read',
        tier: 'must',
        reading: 'a-reading',
        title: '',
        minutes: null,
        reason: 'where it starts',
        prompt: '',
        touches: [],
        question: null,
        nearEnd: null,
      },
      {
        key: 'card-a-reading',
        kind: 'card',
        tier: 'must',
        reading: 'a-reading',
        title: 'A card',
        minutes: 8,
        reason: 'to keep it',
        prompt: '',
        touches: [],
        question: null,
        nearEnd: null,
      },
      {
        key: 'drill-one',
        kind: 'drill',
        tier: 'should',
        reading: null,
        title: 'A drill',
        minutes: 25,
        reason: 'to try it',
        prompt: 'Design something.',
        touches: ['one', 'two', 'three', 'four'],
        question: null,
        nearEnd: null,
      },
    ])
  })

  test('is told of an unknown field, with its line', () => {
    expect(errorsWith('        minutes: 8\n', '        minutes: 8\n        minuets: 9\n')).toEqual([
      { file, line: 19, reason: 'phases.0.items.1: unknown field "minuets"' },
    ])
    expect(errorsWith('days: 7', 'days: 7\nweeks: 1')).toEqual([{ file, line: 5, reason: 'unknown field "weeks"' }])
  })

  test('is told of a missing field at the item that lacks it', () => {
    const errors = errorsWith('        reason: where it starts\n', '')
    expect(errors).toHaveLength(1)
    expect(errors?.[0]).toMatchObject({ file, line: 10, reason: expect.stringContaining('phases.0.items.0.reason') })
  })

  test('is told of a wrong value at its own line', () => {
    expect(errorsWith('tier: should', 'tier: shoud')?.[0]).toMatchObject({ line: 22 })
    expect(errorsWith('After this I can begin.', 'To begin.')?.[0]).toMatchObject({ line: 8 })
    expect(errorsWith('60, 0, 0]', '60, 0]')?.[0]).toMatchObject({ line: 5 })
  })

  test('is told of a kind that does not exist', () => {
    expect(errorsWith('kind: drill', 'kind: dril')?.[0]).toMatchObject({ line: 20 })
  })

  test('cannot ship a drill that does not say what a good answer touches', () => {
    expect(errorsWith('[one, two, three, four]', '[one, two, three]')?.[0]).toMatchObject({ line: 27 })
  })

  test('cannot use a key twice, list a reading twice or put a card before its reading', () => {
    expect(errorsWith('key: drill-one', 'key: a-reading')).toEqual([
      { file, line: 21, reason: 'phases.0.items.2: the key "a-reading" is used twice' },
    ])
    const again =
      '      - kind: read\n        key: again\n        tier: could\n        reading: a-reading\n        reason: again\n'
    expect(parseTemplate(good + again, file).errors).toEqual([
      { file, line: 31, reason: 'phases.0.items.3: "a-reading" is read twice' },
    ])
    expect(errorsWith('reading: a-reading\n        title', 'reading: another\n        title')).toEqual([
      { file, line: 16, reason: 'phases.0.items.1: the card comes before its reading "another"' },
    ])
  })

  test('cannot keep a template under another name', () => {
    expect(parseTemplate(good, 'db/content/plans/two-weeks.yaml').errors?.[0]).toMatchObject({ line: 1 })
  })

  test('is told where the YAML itself is broken, and of an empty file', () => {
    expect(errorsWith('title: One week', 'title: "One week')?.[0]).toMatchObject({ file, line: expect.any(Number) })
    expect(errorsWith('days: 7', 'days: 7\ndays: 8')?.[0]).toMatchObject({ line: 5 })
    expect(parseTemplate('', file).errors).toHaveLength(1)
  })
})
