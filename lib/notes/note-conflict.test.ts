import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conflictFields, resolveConflict } from './note-conflict.ts'
import { cardFields, emptyCard, isSameText, type NoteText } from './note.ts'

const note = (markdown: string, card = {}): NoteText => ({ markdown, card: { ...emptyCard, ...card } })
const texts = (value: NoteText) => [value.markdown, ...cardFields.map((field) => value.card[field])]

describe('two devices wrote on one note', () => {
  it('there is nothing to choose when both wrote the same', () => {
    expect(conflictFields(note('a'), note('b'), note('b'))).toEqual([])
  })

  it('each field is kept from the device that wrote in it', () => {
    const mine = note('a', { problem: 'from the laptop' })
    const theirs = note('a and the phone')
    const fields = conflictFields(note('a'), mine, theirs)
    expect(fields.map(({ field, suggestion }) => [field, suggestion])).toEqual([
      ['markdown', 'theirs'],
      ['problem', 'mine'],
    ])
    expect(resolveConflict(mine, fields, {})).toEqual(note('a and the phone', { problem: 'from the laptop' }))
  })

  it('a text that both wrote in is kept from both until the person chooses', () => {
    const fields = conflictFields(note('a'), note('laptop'), note('phone'))
    expect(resolveConflict(note('laptop'), fields, {}).markdown).toBe('phone\n\n---\n\nlaptop')
    expect(resolveConflict(note('laptop'), fields, { markdown: 'mine' }).markdown).toBe('laptop')
    expect(resolveConflict(note('laptop'), fields, { markdown: 'theirs' }).markdown).toBe('phone')
  })

  it('what only repeats the other is not kept twice', () => {
    const fields = conflictFields(note(''), note('one'), note('one two'))
    expect(resolveConflict(note('one'), fields, { markdown: 'both' }).markdown).toBe('one two')
  })

  it('loses no word of either, whoever wrote what, when nothing is chosen', () => {
    const word = fc.constantFrom('', 'queue', 'cache', 'queue cache', 'shard')
    const any = fc.tuple(word, word, word).map(([markdown, problem, choice]) => note(markdown, { problem, choice }))
    fc.assert(
      fc.property(any, any, any, (base, mine, theirs) => {
        const fields = conflictFields(base, mine, theirs)
        const result = resolveConflict(mine, fields, {})
        expect(fields.length === 0).toBe(isSameText(mine, theirs))
        for (const [index, text] of texts(result).entries()) {
          const [was, here, there] = [base, mine, theirs].map((one) => texts(one)[index] ?? '')
          if (here !== was) expect(text).toContain(here)
          if (there !== was) expect(text).toContain(there)
        }
      }),
      { numRuns: 1000 },
    )
  })
})
