import fc from 'fast-check'
import { itemKinds, itemStateNames, tiers } from '#lib/planning/types.ts'
import type { PortablePlan } from './portable-plan.ts'

const nasty = [
  '# not a heading',
  '- [ ] not an item',
  '`read · must · 5 min`',
  'a `code` b',
  '``',
  '\\',
  '\\\\`',
  'ends in \\',
  '&#10;',
  '&amp;',
  '<!-- --> <script>',
  '[x](y)',
  '](http://x/)',
  '* _ ~ | > +',
  '1. one',
  '> quoted',
  '  two  spaces  ',
  '\ttab',
  'a\nb',
  'a\r\nb\rc',
  '\n',
  'a\n\n\nb\n',
  '   \n   ',
  '- reason: x',
  'reason: y',
  '=1+1',
  '"quoted", \'too\'',
  '日本語 — “”',
  'a space behind\u2000',
  '\u2028\u2029\u0085\u00a0\ufeff',
  '\u0001\u001f\u007f',
  '---',
  '```',
  '😀',
]

/** Text of the kind that breaks formats, and ordinary text. Well-formed, no NUL: nothing else is ever stored. */
const words = fc
  .oneof(
    fc.constantFrom(...nasty),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.array(fc.constantFrom(...nasty), { maxLength: 4 }).map((parts) => parts.join('')),
    fc.lorem({ maxCount: 6 }),
  )
  .map((text) => text.replaceAll('\0', '').toWellFormed())
const title = words.filter((text) => text.length > 0)

const item = fc.record({
  kind: fc.constantFrom(...itemKinds),
  tier: fc.constantFrom(...tiers),
  minutes: fc.integer({ min: 1, max: 6000 }),
  parts: fc.integer({ min: 1, max: 40 }),
  readingId: fc.option(fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}$/)),
  url: fc.option(fc.webUrl({ withFragments: true, withQueryParameters: true })),
  title,
  reason: words,
  prompt: words,
  touches: fc.array(title, { maxLength: 3 }),
  remark: words,
  state: fc.constantFrom(...itemStateNames),
})

/** Random plans for property tests. */
export const anyPlan: fc.Arbitrary<PortablePlan> = fc.record({
  title,
  description: words,
  items: fc.array(item, { maxLength: 3 }),
  phases: fc.array(fc.record({ title: words, goal: words, items: fc.array(item, { maxLength: 3 }) }), { maxLength: 3 }),
})
