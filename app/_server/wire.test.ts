import { expect, test } from 'vitest'
import { api } from '#hooks/api.ts'
import { handle } from './handle.ts'

/** Never called: the compiler alone reads it, and complains where an expected error is none. */
export function wrongCalls() {
  // @ts-expect-error -- no endpoint of this name
  void api('GET marx')
  // @ts-expect-error -- no such verb there
  void api('POST marks')
  // @ts-expect-error -- the parameter is missing
  void api('DELETE marks/[readingId]')
  // @ts-expect-error -- the body is missing
  void api('PUT marks/[readingId]', { params: { readingId: 'a' } })
  // @ts-expect-error -- a wrong parameter
  void api('DELETE marks/[readingId]', { params: { id: 'a' } })
  // @ts-expect-error -- not a status
  void api('PUT marks/[readingId]', { params: { readingId: 'a' }, body: { status: 'read' } })
  // @ts-expect-error -- not in the body
  void api('PUT marks/[readingId]', { params: { readingId: 'a' }, body: { status: 'done', minutes: 3 } })
  // @ts-expect-error -- not in the query
  void api('GET readings', { query: { words: 'cache' } })
  // @ts-expect-error -- this one takes in nothing
  void api('GET marks', { body: {} })
  // @ts-expect-error -- the answer has no such field
  void api('GET marks').then(({ marks }) => marks)
  // @ts-expect-error -- the answer is a number of milliseconds
  void api('GET me/sessions').then(({ items }) => items[0]!.createdAt.slice(1))
}

/** Never called either. */
export function wrongHandlers() {
  // @ts-expect-error -- no endpoint of this name
  handle('GET marx', { viewer: 'required', run: async () => ({ body: {} }) })
  // @ts-expect-error -- the table of access wants somebody signed in
  handle('GET marks', { viewer: 'none', run: async () => ({ body: { items: [] } }) })
  // @ts-expect-error -- the table of access wants an admin
  handle('PUT readings/[id]/link', { viewer: 'required', run: async () => {} })
  // @ts-expect-error -- not the answer
  handle('GET marks', { viewer: 'required', run: async () => ({ body: { items: [{ readingId: 1 }] } }) })
  // @ts-expect-error -- an answer is wanted
  handle('GET marks', { viewer: 'required', run: async () => {} })
  // @ts-expect-error -- no answer is wanted
  handle('DELETE marks/[readingId]', { viewer: 'required', run: async () => ({ body: {} }) })
  // @ts-expect-error -- no such parameter
  handle('DELETE marks/[readingId]', { viewer: 'required', run: async ({ params }) => void params.id })
  // @ts-expect-error -- no body is read
  handle('DELETE marks/[readingId]', { viewer: 'required', run: async ({ body }) => void body.status })
}

test('a wrong address, parameter, query, body or answer does not compile', () => {
  expect([wrongCalls, wrongHandlers]).toHaveLength(2)
})
