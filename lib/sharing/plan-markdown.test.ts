import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromMarkdown, toMarkdown } from './plan-markdown.ts'
import { anyPlan } from './portable-plan.testing.ts'

test('any plan, however nasty its words, comes back from its checklist as it was', () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      expect(fromMarkdown(toMarkdown(plan))).toEqual({ plan, ignored: [] })
    }),
    { numRuns: 2000 },
  )
})

test('a checklist that went through an editor with other line ends and stripped spaces is the same', () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const edited = toMarkdown(plan)
        .replaceAll(/[ \t]+$/gm, '')
        .replaceAll('\n', '\r\n')
      expect(fromMarkdown(`\ufeff${edited}`).plan).toEqual(plan)
    }),
  )
})

test('an ordinary plan reads as a person would write it', () => {
  const item = { readingId: null, url: null, parts: 1, reason: '', prompt: '', touches: [], remark: '' }
  const markdown = toMarkdown({
    title: 'Uber on the 14th',
    description: 'Two weeks.\nEvenings only.',
    items: [],
    phases: [
      {
        title: 'Ground',
        goal: 'After this I can draw it.',
        items: [
          {
            ...item,
            kind: 'read',
            tier: 'must',
            minutes: 25,
            title: 'Schemaless',
            readingId: 'uber-schemaless',
            url: 'https://example.org/a',
            reason: 'How they store trips',
            state: 'done',
          },
          {
            ...item,
            kind: 'drill',
            tier: 'should',
            minutes: 40,
            parts: 2,
            title: 'Design dispatch',
            prompt: 'A city.\nRush hour.',
            touches: ['sharding'],
            state: 'todo',
          },
        ],
      },
    ],
  })
  expect(markdown).toBe(`# Uber on the 14th

> Two weeks.\\
> Evenings only.

## Ground

> After this I can draw it.

- [x] [Schemaless](https://example.org/a) \`read · must · 25 min · uber-schemaless\`
  - reason: How they store trips
- [ ] Design dispatch \`drill · should · 40 min · 2 parts\`
  - prompt: A city.\\
    Rush hour.
  - touches: sharding
`)
})

test('a checklist that a person wrote elsewhere is read', () => {
  const { plan, ignored } = fromMarkdown(`# My list
some words
* [ ] Read *this* \`soon\`
1. [X] [A paper](https://example.org/p)
### Later
- [ ] Ask Bob &amp; Eve
`)
  expect(plan.title).toBe('My list')
  expect(plan.items.map(({ title, kind, url, state }) => ({ title, kind, url, state }))).toEqual([
    { title: 'Read *this* `soon`', kind: 'task', url: null, state: 'todo' },
    { title: 'A paper', kind: 'read', url: 'https://example.org/p', state: 'done' },
  ])
  expect(plan.phases).toMatchObject([{ title: 'Later', items: [{ title: 'Ask Bob & Eve' }] }])
  expect(ignored).toEqual(['Line 2 is no item of a checklist and was left out.'])
})

test('boxes below plain bullets are items, with the words above them', () => {
  const { plan } = fromMarkdown(`# T

- Trees
    - [ ] [Video](https://x.example/v)
    - Binary
        - [x] [Notes](https://x.example/n) by Ana
- [ ] Graphs
\t- [ ] [Paxos](https://en.wikipedia.org/wiki/Paxos_(computer_science))
`)
  expect(plan.items.map(({ title, url, state }) => [title, url, state])).toEqual([
    ['Trees: Video', 'https://x.example/v', 'todo'],
    ['Trees: Binary: Notes by Ana', 'https://x.example/n', 'done'],
    ['Graphs', null, 'todo'],
    ['Paxos', 'https://en.wikipedia.org/wiki/Paxos_(computer_science)', 'todo'],
  ])
})

test('a list without boxes is a plan of its bullets, and headings without any are no phases', () => {
  const { plan } = fromMarkdown(`# Readings
## Contents
## Caching
* [One](https://x.example/1)
* Redis
  * [Two](https://x.example/2) - fast
## Empty
`)
  expect(plan.phases.map(({ title, items }) => [title, items.map((item) => item.title)])).toEqual([
    ['Caching', ['One', 'Redis: Two - fast']],
  ])
})

test('boxes in code and comments are no items', () => {
  const hidden = '```\n- [ ] no\n```\n<!-- - [ ] no\n- [ ] no -->\n- [ ] yes\n'
  expect(fromMarkdown(hidden).plan.items.map(({ title }) => title)).toEqual(['yes'])
})

test('any file at all is read without a fall', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(fromMarkdown(text).plan.phases).toBeInstanceOf(Array)
    }),
  )
})
