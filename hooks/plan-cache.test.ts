import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { patchItem } from './plan-cache.ts'
import { queryKeys } from './query-keys.ts'

const item = (id: string, more: object = {}) => ({ id, kind: 'read', state: 'todo', ...more })

function cache(): QueryClient {
  const client = new QueryClient()
  client.setQueryData(queryKeys.today, {
    items: [item('a', { tier: 'must' })],
    more: [item('b')],
    plans: [{ id: 'a' }],
  })
  client.setQueryData(queryKeys.plan('p'), { id: 'p', items: [item('a'), item('c')] })
  client.setQueryData(queryKeys.schedule('p'), { days: [{ date: '2026-03-02', items: [item('a'), item('c')] }] })
  return client
}

test('a tick shows wherever the item stands, and nowhere else', () => {
  const client = cache()
  patchItem(client, 'a', { state: 'done' })
  expect(client.getQueryData(queryKeys.today)).toMatchObject({ items: [{ state: 'done' }], more: [{ state: 'todo' }] })
  expect(client.getQueryData(queryKeys.plan('p'))).toMatchObject({ items: [{ state: 'done' }, { state: 'todo' }] })
  expect(client.getQueryData(queryKeys.schedule('p'))).toMatchObject({
    days: [{ items: [{ state: 'done' }, { state: 'todo' }] }],
  })
})

test('a place that does not know of a column is not given it', () => {
  const client = cache()
  patchItem(client, 'a', { tier: 'could' })
  expect(client.getQueryData(queryKeys.today)).toMatchObject({ items: [{ tier: 'could' }] })
  expect(client.getQueryData<{ items: object[] }>(queryKeys.plan('p'))?.items[0]).toEqual(item('a'))
})

test('taken back, all is as it was, and what else changed meanwhile stays', () => {
  const client = cache()
  const before = client.getQueryData(queryKeys.schedule('p'))
  const undo = patchItem(client, 'a', { state: 'done' })
  patchItem(client, 'c', { state: 'skipped' })
  undo()
  expect(client.getQueryData(queryKeys.plan('p'))).toMatchObject({ items: [{ state: 'todo' }, { state: 'skipped' }] })
  expect(before).toMatchObject({ days: [{ items: [{ state: 'todo' }, { state: 'todo' }] }] })
})
