import { describe, expect, it } from 'vitest'
import { findDestinations } from './places.ts'
import { smallVocabulary } from './catalogue.testing.ts'

const names = (typed: string) =>
  findDestinations(typed, smallVocabulary, 5).map((place) => `${place.kind} ${place.href}`)

describe('places to go to', () => {
  it('are found by the beginnings of their words, those that begin with them first', () => {
    expect(names('cach')).toEqual([
      'topic /catalogue/scalability/caching',
      'topic /catalogue/scalability/distributed-caching',
    ])
    expect(names('new yo')).toEqual(['organisation /organisations/the-new-york-times'])
    expect(names('post')).toEqual(['technology /technologies/postgresql'])
    expect(names('new')).toEqual(['page /plans/new', 'organisation /organisations/the-new-york-times'])
  })

  it('are the pages where nothing is typed or nothing is known yet', () => {
    expect(names('')).toHaveLength(5)
    expect(findDestinations('sett', undefined, 5)).toEqual([{ kind: 'page', name: 'Settings', href: '/settings' }])
    expect(names('zzz')).toEqual([])
  })
})
