import { createConfig, lintFromString } from '@redocly/openapi-core'
import { expect, test } from 'vitest'
import { listAppRoutes } from '../../app/_server/routes.testing.ts'
import { accessTable } from './access-table.ts'
import { type EndpointName, endpoints } from './endpoints.ts'
import { nameOf, openApiDocument } from './openapi.ts'
import { summaryOf } from './summaries.ts'

const document = openApiDocument('https://loadpath.example')
const described = Object.entries(document.paths).flatMap(([path, verbs]) =>
  Object.keys(verbs).map((verb) => nameOf(verb, path)),
)

/** Handlers that the document leaves out, with the reason. */
const left: Record<string, string> = {
  '/api/auth/[...nextauth]': 'sign-in of browsers, next-auth’s own protocol',
  '/api/catalogue-changed': 'the server calls it itself',
  '/api/health': 'for whoever runs the server',
  '/api/health/live': 'for whoever runs the server',
  '/api/health/ready': 'for whoever runs the server',
  '/api/mcp': 'another protocol, which describes itself',
  '/api/metrics': 'for whoever runs the server',
  '/api/openapi.json': 'the document itself',
  '/api': 'a page for people',
}

test('the document is valid OpenAPI 3.1', async () => {
  const config = await createConfig({
    extends: ['recommended'],
    rules: {
      // `plans/removed` beside `plans/{planId}`: what is written out wins, and ids are longer.
      'no-ambiguous-paths': 'off',
      'tag-description': 'off',
    },
  })
  const found = await lintFromString({ source: JSON.stringify(document), absoluteRef: 'openapi.json', config })
  expect(found.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer ?? ''}`)).toEqual(
    [],
  )
})

test('every route of the API with every verb is in it, or there is a reason why not', () => {
  const routes = listAppRoutes().filter(({ route }) => /^\/api(?:\/|$)/.test(route) && !(route in left))
  const built = routes.flatMap(({ route, verbs }) => verbs.map((verb) => `${verb} ${route.replace('/api/v1/', '')}`))
  expect(described.toSorted()).toEqual(built.toSorted())
  expect(Object.keys(left).filter((route) => !(route in accessTable))).toEqual([])
})

test('endpoints say in a line what they do', () => {
  const names = Object.keys(endpoints) as EndpointName[]
  const silent = names.filter((name) => summaryOf(name) === name)
  expect(silent).toEqual([])
})

test('it says of each endpoint whether a token gets there, and with what scope', () => {
  expect(document.paths['/marks/{readingId}']?.put).toMatchObject({
    operationId: 'putMarksReadingId',
    'x-token-scope': 'write',
    security: [{ token: [] }, { session: [] }],
  })
  expect(document.paths['/tokens']?.post).toMatchObject({ security: [{ session: [] }] })
  expect(document.paths['/readings']?.get).toMatchObject({ security: [{}, { token: [] }, { session: [] }] })
})
