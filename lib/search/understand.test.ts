import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { complete } from './complete.ts'
import { explain } from './explain.ts'
import {
  emptySearch,
  paramsFromState,
  searchHref,
  type SearchState,
  sorts,
  stateFromParams,
  withChosen,
} from './state.ts'
import { anyQuery, smallVocabulary } from './catalogue.testing.ts'
import { understand, withoutEntry } from './understand.ts'
import { facetKeys } from './vocabulary.ts'

const said = (q: string, signedIn = true, chosen: SearchState['chosen'] = {}) =>
  explain(understand({ ...emptySearch, q, chosen }, smallVocabulary, signedIn))

describe('how a search is explained', () => {
  it('says in words what was asked for', () => {
    expect(said('org:netflix tech:kafka medium:video is:done -topic:circuit-breaker "exact words" scal')).toBe(
      'Readings with the exact words “exact words” and a word that begins with “scal”, from Netflix, about Kafka, as video, that you have done, outside Circuit Breaker.',
    )
  })

  it('asks for either when a facet is named twice, and counts what was chosen from the facets in', () => {
    expect(said('org:netflix', true, { organisation: ['uber'] })).toBe('Readings from Uber or Netflix.')
    expect(said('-org:netflix org:uber')).toBe('Readings not from Netflix, from Uber.')
  })

  it('finds names by a part of them, by an alias and by their first letters', () => {
    expect(said('org:york')).toBe('Readings from The New York Times.')
    expect(said('tech:postgres medium:docs is:read in:stability')).toBe(
      'Readings about PostgreSQL, as documentation, that you have done, in Stability.',
    )
    expect(said('topic:caching')).toBe('Readings on Caching.')
    expect(said('tech:c++')).toBe('Readings about C++.')
  })

  it('searches what names nothing as words, and says so', () => {
    const found = understand({ ...emptySearch, q: 'org:acme' }, smallVocabulary, true)
    expect(found.texts).toMatchObject([{ kind: 'phrase', text: 'acme' }])
    expect(explain(found)).toBe('Readings with “acme”. No organisation here is called “acme”: it is searched as words.')
  })

  it('tells a guest that marks and notes need an account', () => {
    expect(said('is:done has:note kafka ', false)).toBe(
      'Readings with “kafka”. Sign in to search by your own marks and notes; until then they are left out.',
    )
    expect(said('is:listed', false)).toBe('Readings that are still listed.')
  })

  it('leaves signs and half a filter out, and says so', () => {
    expect(said('org: ???')).toBe('“org:” waits for a name. “???” has no letters or figures to search.')
    expect(said('')).toBe('')
  })

  it('keeps words that run from right to left in their place', () => {
    expect(said('שלום ')).toBe('Readings with “\u2068שלום\u2069”.')
  })

  it('always has an answer', () => {
    fc.assert(
      fc.property(anyQuery, fc.boolean(), (q, signedIn) => {
        expect(said(q, signedIn)).toBeTypeOf('string')
      }),
    )
  })
})

describe('completion', () => {
  const labels = (text: string, caret = text.length) => complete(text, caret, smallVocabulary).map((one) => one.label)

  it('offers keys and names for a bare word', () => {
    expect(labels('ca')).toEqual(['Caching'])
    expect(labels('topic:ca')).toEqual(['Caching', 'Distributed Caching'])
    expect(labels('t')).toEqual(['tech:', 'topic:'])
    expect(labels('net')).toEqual(['Netflix'])
  })

  it('offers the values of a key, and puts the one taken in place', () => {
    const [first] = complete('kafka org:ne now', 12, smallVocabulary)
    expect(first).toEqual({
      label: 'Netflix',
      hint: 'organisation',
      text: 'kafka org:netflix now',
      caret: 18,
    })
    expect(labels('is:').slice(3, 7)).toEqual(['Done', 'Skipped', 'Still listed', 'No longer listed'])
  })

  it('quotes a name of several words and keeps a negation', () => {
    expect(complete('-by:je', 6, smallVocabulary)[0]?.text).toBe('-by:"Jeff Dean" ')
  })

  it('offers nothing inside exact words or an empty search', () => {
    expect(labels('"netf')).toEqual([])
    expect(labels('')).toEqual([])
  })

  it('never throws, and what it offers is understood', () => {
    fc.assert(
      fc.property(anyQuery, fc.nat(60), (text, caret) => {
        for (const one of complete(text, caret, smallVocabulary)) expect(one.caret).toBeLessThanOrEqual(one.text.length)
      }),
    )
  })
})

describe('a search in the URL', () => {
  const anyState = fc.record({
    q: fc.string({ unit: 'grapheme', maxLength: 50 }),
    chosen: fc
      .dictionary(
        fc.constantFrom(...facetKeys),
        fc.uniqueArray(fc.string({ minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 5 }),
      )
      .map((chosen) => chosen as SearchState['chosen']),
    sort: fc.constantFrom(...sorts),
    cursor: fc.option(fc.nat().map(String)),
  })

  it('comes back as it was', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const text = paramsFromState(state).toString()
        expect(stateFromParams(new URLSearchParams(text))).toEqual({ ...state, chosen: { ...state.chosen } })
      }),
    )
  })

  it('is the plain page when it asks for nothing', () => {
    expect(searchHref(emptySearch)).toBe('/search')
    expect(searchHref({ ...emptySearch, q: 'a&b', chosen: { topic: ['x/y'] } })).toBe('/search?q=a%26b&topic=x%2Fy')
  })

  it('reads any parameters at all', () => {
    const awkward = {
      q: ['one', 'two'],
      topic: '',
      section: ['a', 'a', 'b'],
      sort: 'nonsense',
      cursor: '',
      constructor: 'x',
    }
    expect(stateFromParams(awkward)).toEqual({ q: 'one', chosen: { section: ['a', 'b'] }, sort: 'best', cursor: null })
  })

  it('goes back to its start when a facet is turned on or off', () => {
    const state = { ...emptySearch, cursor: '50' }
    const on = withChosen(state, 'medium', 'video', true)
    expect(on).toEqual({ ...emptySearch, chosen: { medium: ['video'] } })
    expect(withChosen(on, 'medium', 'video', false)).toEqual(emptySearch)
  })

  it('can lose a filter, typed or chosen', () => {
    const state = {
      ...emptySearch,
      q: 'kafka org:netflix,uber "a b"',
      chosen: { organisation: ['uber'] },
      cursor: '20',
    }
    const found = understand(state, smallVocabulary, false)
    const [organisations] = found.demands
    if (!organisations) throw new Error('the organisations are not there')
    expect(withoutEntry(state, found, organisations, 'uber')).toEqual({
      ...emptySearch,
      q: 'kafka org:netflix "a b"',
    })
    expect(withoutEntry(state, found, organisations, 'netflix').q).toBe('kafka org:uber "a b"')
  })
})
