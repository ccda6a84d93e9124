import { expect, test } from 'vitest'
import { z } from 'zod'
import type { EndpointShape } from './endpoint.ts'
import { endpoints } from './endpoints.ts'

const all = Object.entries(endpoints as Record<string, EndpointShape>)

test('every endpoint takes in the folders of its path, and no other', () => {
  for (const [name, { params }] of all) {
    const folders = [...name.matchAll(/\[(\w+)\]/g)].map(([, folder]) => folder)
    const known = params instanceof z.ZodObject ? Object.keys(params.shape) : []
    expect([name, known.toSorted()]).toEqual([name, folders.toSorted()])
  }
})

test('whatever is sent and answered can be written down as JSON Schema', () => {
  for (const [name, { params, query, body, answer }] of all) {
    for (const schema of [params, query, body])
      if (schema) expect(z.toJSONSchema(schema, { io: 'input' }), name).toMatchObject({})
    if (typeof answer === 'object') expect(z.toJSONSchema(answer, { io: 'output' }), name).toMatchObject({})
  }
})

test('reading takes in no body, and a body has a limit of its own only where there is one', () => {
  for (const [name, { body, bodyBytes }] of all) {
    if (name.startsWith('GET ')) expect([name, body]).toEqual([name, undefined])
    if (bodyBytes !== undefined) expect([name, body !== undefined]).toEqual([name, true])
  }
})
