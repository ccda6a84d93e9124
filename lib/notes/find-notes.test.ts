import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findNotes, type NoteEntry, type NoteFilter, snippetOf } from './find-notes.ts'
import { fold } from '../words/same-word.ts'
import { emptyCard } from './note.ts'

const entry = (readingId: string, facts: Partial<NoteEntry> = {}): NoteEntry => ({
  readingId,
  title: `Title ${readingId}`,
  organisation: null,
  places: ['scalability', 'scalability/caching'],
  placeTitle: 'Scalability / Caching',
  order: 0,
  quotes: [],
  updatedAt: 0,
  markdown: '',
  card: emptyCard,
  ...facts,
})
const everything: NoteFilter = { q: '', place: null, organisation: null, card: null, readingIds: null }
const entries = [
  entry('a', { markdown: 'Back off with jitter', organisation: { id: 'netflix', name: 'Netflix' } }),
  entry('b', { markdown: 'Écrire, then cache', card: { ...emptyCard, choice: 'Write-through' } }),
  entry('c', { title: 'Jitter', places: ['book'] }),
]
const foldedLength = (text = '') => fold(text).length
const found = (filter: Partial<NoteFilter>) =>
  findNotes(entries, { ...everything, ...filter }).map((one) => one.readingId)

describe('searching one’s notes', () => {
  it('finds words in text, title, organisation and card, whatever their case and accents', () => {
    expect(found({ q: 'JITTER' })).toEqual(['a', 'c'])
    expect(found({ q: 'ecrire' })).toEqual(['b'])
    expect(found({ q: 'écrire' })).toEqual(['b'])
    expect(found({ q: 'write-through' })).toEqual(['b'])
    expect(found({ q: 'netflix back' })).toEqual(['a'])
    expect(found({ q: 'netflix cache' })).toEqual([])
    expect(found({ q: 'writethrough' })).toEqual(['b'])
    expect(findNotes([entry('e', { markdown: 'we don’t retry' })], { ...everything, q: "don't" })).toHaveLength(1)
  })

  it('keeps to a topic, an organisation, a plan, and to notes with or without a card', () => {
    expect(found({ place: 'scalability' })).toEqual(['a', 'b'])
    expect(found({ place: 'book' })).toEqual(['c'])
    expect(found({ organisation: 'netflix' })).toEqual(['a'])
    expect(found({ card: 'with' })).toEqual(['b'])
    expect(found({ card: 'without' })).toEqual(['a', 'c'])
    expect(found({ readingIds: new Set(['c']) })).toEqual(['c'])
  })

  it('shows the words around what was found', () => {
    const long = entry('d', { markdown: `${'one two '.repeat(40)}Jitter ${'three four '.repeat(40)}` })
    const snippet = snippetOf(long, 'jitter') ?? []
    expect(snippet.find((part) => part.isFound)?.text).toBe('Jitter')
    expect(snippet[0]?.text.startsWith('… ')).toBe(true)
    expect(snippet.map((part) => part.text).join('').length).toBeLessThan(180)
    expect(snippetOf(long, 'absent')).toBeNull()
  })

  it('marks in the snippet what was typed, in any text', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'É', 'ß', '😀', ' ', 'İ', '\u0301', '\n') })
    fc.assert(
      fc.property(text, fc.constantFrom('a', 'e', 'é', 'ß', '😀'), (markdown, q) => {
        const snippet = snippetOf(entry('x', { markdown }), q)
        const isFound = findNotes([entry('x', { markdown, title: '' })], { ...everything, q }).length === 1
        expect(snippet !== null).toBe(isFound)
        if (snippet)
          expect(foldedLength(snippet.find((part) => part.isFound)?.text)).toBeGreaterThanOrEqual(foldedLength(q))
      }),
    )
  })
})
