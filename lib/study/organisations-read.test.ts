import { expect, it } from 'vitest'
import { organisationsRead } from './organisations-read.ts'

it('names the organisations read most, by name among equals, and counts only what is done', () => {
  const reading = (id: string, organisationId: string | null) => ({ id, organisationId, minutes: 10 })
  const readings = [reading('a', 'uber'), reading('b', 'uber'), reading('c', 'netflix'), reading('d', 'airbnb')]
  const names = new Map([
    ['uber', 'Uber'],
    ['netflix', 'Netflix'],
    ['airbnb', 'Airbnb'],
  ])
  const marks = new Map([
    ['a', 'done'],
    ['b', 'done'],
    ['c', 'done'],
    ['d', 'done'],
    ['e', 'done'],
  ] as const)
  const all = [...readings, reading('e', null), reading('f', 'netflix')]
  expect(organisationsRead(all, names, marks, 2)).toEqual([
    { id: 'uber', name: 'Uber', done: 2, minutes: 20 },
    { id: 'airbnb', name: 'Airbnb', done: 1, minutes: 10 },
  ])
})
