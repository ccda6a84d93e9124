import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Answer, type AnswerServer } from './answer.ts'
import { gate } from './gate.ts'
import { finishHeaders } from './headers.ts'
import { routeOf } from './routes.ts'

let server: AnswerServer
let address: string
beforeAll(async () => {
  server = createServer({ ServerResponse: Answer })
  server.on('request', (request, answer) => {
    answer.onHead = () => finishHeaders(answer, true)
    if (!gate(request, answer)) answer.end(JSON.stringify(request.headers))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

const send = (method: string, path: string, headers = {}) => fetch(address + path, { method, headers })

describe('a method that an address does not have', () => {
  it.each([
    ['POST', '/catalogue', 'GET, HEAD, OPTIONS'],
    ['DELETE', '/nowhere', 'GET, HEAD, OPTIONS'],
    ['PUT', '/today', 'GET, HEAD, OPTIONS'],
    ['PROPFIND', '/', 'GET, HEAD, OPTIONS'],
    ['PUT', '/api/v1/me', 'GET, PATCH, DELETE, HEAD, OPTIONS'],
    ['GET', '/api/v1/users', 'POST, OPTIONS'],
    ['HEAD', '/api/v1/users', 'POST, OPTIONS'],
    ['POST', '/feeds/secret.ics', 'GET, HEAD, OPTIONS'],
  ])('%s %s is refused with those it has', async (method, path, allow) => {
    const answer = await send(method, path)
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBe(allow)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
  })

  it('OPTIONS asks which it has', async () => {
    const answer = await send('OPTIONS', '/api/v1/marks/some-reading')
    expect([answer.status, answer.headers.get('allow')]).toEqual([204, 'PUT, DELETE, OPTIONS'])
  })
})

it('an address under /api that is none is a problem in JSON, not a page', async () => {
  for (const path of ['/api/v1/x', '/api/nothing', '/api/v1/me/x', '/feeds/a/b']) {
    const answer = await send('GET', path)
    expect([answer.status, answer.headers.get('content-type')], path).toEqual([404, 'application/problem+json'])
    expect(await answer.json()).toMatchObject({ status: 404, title: 'Not found' })
    expect(answer.headers.get('content-security-policy')).not.toContain('unsafe')
  }
})

it('what belongs to Next alone does not reach it from elsewhere', async () => {
  const seen = async (headers: object) => (await send('GET', '/', headers)).json()
  expect(await seen({ 'next-action': 'junk', 'next-router-state-tree': '%' })).not.toHaveProperty('next-action')
  expect(await seen({ 'next-router-state-tree': '%7B' })).not.toHaveProperty('next-router-state-tree')
  expect(await seen({ 'next-router-state-tree': '%5B%22%22%5D' })).toHaveProperty('next-router-state-tree')
})

it('every answer over HTTPS says so for a year, and carries the headers of all answers', async () => {
  const { headers } = await send('POST', '/')
  expect(headers.get('strict-transport-security')).toBe('max-age=31536000')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('cache-control')).toBe('private, no-store')
})

it('finds the route of an address', () => {
  expect(routeOf('/plans/new')?.route).toBe('/plans/new')
  expect(routeOf('/plans/abc')?.route).toBe('/plans/[planId]')
  expect(routeOf('/api/v1/plans/import')?.route).toBe('/api/v1/plans/import')
  expect(routeOf('/api/auth/callback/credentials')?.route).toBe('/api/auth/[...nextauth]')
  expect(routeOf('/api/auth')).toBeNull()
  expect(routeOf('/plans//people')).toBeNull()
})
