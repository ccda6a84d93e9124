import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hrefOf, parseNotesQuery } from './notes-query.ts'

it('an address and what it asks for are two forms of one thing', () => {
  const name = fc.option(fc.string({ minLength: 1, maxLength: 50, unit: 'grapheme' }))
  const query = fc.record({
    q: fc.string({ maxLength: 50 }),
    place: name,
    organisation: name,
    plan: name,
    card: fc.constantFrom('with' as const, 'without' as const, null),
    view: fc.constantFrom('notes' as const, 'cards' as const),
    page: fc.integer({ min: 1, max: 999 }),
  })
  fc.assert(
    fc.property(query, (wanted) => {
      const { searchParams } = new URL(hrefOf(wanted), 'http://localhost')
      expect(parseNotesQuery(Object.fromEntries(searchParams))).toEqual(wanted)
    }),
  )
})

it('what makes no sense in an address is passed over', () => {
  expect(parseNotesQuery({ card: 'maybe', page: '-1', view: 'x', q: ['a', 'b'] })).toEqual(parseNotesQuery({}))
  expect(hrefOf(parseNotesQuery({}))).toBe('/notes')
})
