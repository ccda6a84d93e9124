import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planFormats, readPlan } from './plan-exchange.ts'
import { itemDefaults, type PortablePlan } from './portable-plan.ts'
import { anyPlan } from './portable-plan.testing.ts'

const readable = anyPlan.filter((plan) =>
  [...plan.items, ...plan.phases.flatMap((phase) => phase.items)].every((item) => item.title.trim() !== ''),
)

test('a plan that was exported as Markdown or JSON is the same when it is brought back in', () => {
  fc.assert(
    fc.property(readable, fc.constantFrom('md' as const, 'json' as const), (plan, format) => {
      expect(readPlan(planFormats[format].write(plan))).toEqual({ plan, ignored: [] })
    }),
  )
})

test('a title that ends in a space of another kind keeps it', () => {
  const odd = { ...plan, items: [{ ...item, title: '!\u2000', remark: 'end\u2000' }] }
  expect(readPlan(planFormats.md.write(odd)).plan.items[0]).toMatchObject({ title: '!\u2000', remark: 'end\u2000' })
})

const plan: PortablePlan = { title: 'P', description: '', items: [], phases: [] }
const item = { ...itemDefaults, touches: [], title: 'T' }

test.each([
  ['nothing', { ...plan, title: '' }, 'There is no plan in this file.'],
  [
    'too many items',
    { ...plan, items: Array.from({ length: 2001 }, () => item) },
    'This plan has 2001 items; a plan takes at most 2000.',
  ],
  ['a long title', { ...plan, title: 'x'.repeat(121) }, 'The title of the plan is longer than 120 characters.'],
  ['an empty title', { ...plan, items: [item, { ...item, title: ' ' }] }, 'The title of item 2 is empty.'],
  [
    'no minutes',
    { ...plan, items: [{ ...item, minutes: 0 }] },
    'The minutes of item 1 must be a whole number from 1 to 6000.',
  ],
  [
    'NUL',
    { ...plan, items: [{ ...item, reason: 'a\0b' }] },
    'The reason of item 1 holds a character that cannot be stored.',
  ],
])('a file with %s is refused in a sentence', (_, bad, detail) => {
  expect(() => readPlan(planFormats.json.write(bad))).toThrow(detail)
})

test('a list of boxes without a heading is a checklist and no JSON', () => {
  expect(readPlan('[ ] not an item\n- [ ] Read it').plan.items).toMatchObject([{ title: 'Read it' }])
})
