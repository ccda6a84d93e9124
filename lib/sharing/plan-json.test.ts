import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromJson, toJson } from './plan-json.ts'
import { anyPlan } from './portable-plan.testing.ts'

test('any plan comes back from its JSON as it was', () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      expect(fromJson(toJson(plan))).toEqual(plan)
    }),
  )
})

test.each([
  ['{', 'This file is not JSON. Export the plan again, or use its Markdown checklist.'],
  ['[]', 'This JSON is no plan of Loadpath.'],
  ['{"format":"other"}', 'This JSON is no plan of Loadpath.'],
  ['{"format":"loadpath-plan","version":2}', 'This file is of a version that is not known here; this reads version 1.'],
  [
    '{"format":"loadpath-plan","version":1,"plan":{"title":"x","items":[{"title":"a"},{}]}}',
    'This file is damaged: "plan.items.1.title" is missing or not what it should be.',
  ],
])('a file that is no plan is refused in a sentence: %s', (json, detail) => {
  expect(() => fromJson(json)).toThrow(detail)
})
