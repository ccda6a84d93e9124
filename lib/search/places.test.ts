import { describe, expect, it } from 'vitest'
import { findDestinations } from './places.ts'
import { smallVocabulary } from './catalogue.testing.ts'

const own = [
  { kind: 'plan', name: 'New job, new city', href: '/plans/1' },
  { kind: 'list', name: 'Caches', href: '/lists/1' },
]
const names = (typed: string) =>
  findDestinations(typed, smallVocabulary, own, true).map((place) => `${place.kind} ${place.href}`)

describe('places to go to', () => {
  it('are found by the beginnings of their words, those that begin with them first', () => {
    expect(names('cach')).toEqual([
      'list /lists/1',
      'topic /catalogue/scalability/caching',
      'topic /catalogue/scalability/distributed-caching',
    ])
    expect(names('new yo')).toEqual(['organisation /organisations/the-new-york-times'])
    expect(names('post')).toEqual(['technology /technologies/postgresql'])
    expect(names('new')).toEqual(['page /plans/new', 'plan /plans/1', 'organisation /organisations/the-new-york-times'])
  })

  it('are the pages where nothing is typed, for a guest those alone that are for everybody', () => {
    expect(names('')).toContain('page /inbox')
    const forGuests = findDestinations('', smallVocabulary, [], false).map(({ href }) => href)
    expect(forGuests).toContain('/questions')
    expect(forGuests).not.toContain('/today')
  })

  it('are found before the catalogue’s names are known', () => {
    expect(findDestinations('sett', undefined, [], true)).toEqual([
      { kind: 'page', name: 'Settings', href: '/settings' },
    ])
    expect(names('zzz')).toEqual([])
  })
})
