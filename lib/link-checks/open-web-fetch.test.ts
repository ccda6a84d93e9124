import type { LookupFunction } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkAddress } from './check-address.ts'
import { openWebFetch } from './open-web-fetch.ts'
import { PoliteFetch } from './polite-fetch.ts'
import { Robots } from './robots.ts'
import { type NaughtyServer, naughtyServer, status, testManners, tools } from './server.testing.ts'

let server: NaughtyServer
beforeEach(async () => {
  server = await naughtyServer({
    '/moved': status(301, { location: '/there' }),
    '/refused': status(999),
    '/words': (_, response) => response.end('words'),
    '/never': () => {},
  })
})
afterEach(() => server.close())

/** Every name stands for these addresses. */
const standsFor =
  (...addresses: string[]): LookupFunction =>
  (_, options, done) =>
    options.all
      ? done(
          null,
          addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
        )
      : done(null, addresses[0] ?? '', 4)

const there = (path: string) => `${server.url.replace('127.0.0.1', 'anything.example.org')}${path}`

async function look(resolve: LookupFunction, isAllowed?: () => boolean) {
  const given = {
    tools: { ...tools(), fetch: openWebFetch(resolve, isAllowed) },
    manners: { ...testManners, allowLocal: false },
  }
  const polite = new PoliteFetch(given.tools, given.manners)
  return checkAddress(there('/moved'), { ...given, polite, robots: new Robots(polite, given.manners.userAgent) })
}

test.each([['127.0.0.1'], ['10.1.2.3'], ['169.254.169.254'], ['8.8.8.8', '127.0.0.1'], ['::1'], ['fd00::1']])(
  'a name that stands for %s is not followed there',
  async (...addresses) => {
    expect(await look(standsFor(...addresses))).toMatchObject({
      result: 'failing',
      reason: 'leads to an address that is not of the open web',
    })
    expect(server.got).toEqual([])
  },
)

test('a name that stands for an address of the open web is', async () => {
  const seen = await look(standsFor('127.0.0.1'), () => true)
  expect(seen).toMatchObject({ result: 'moved', httpStatus: 200, location: there('/there') })
})

test('an answer has its status, headers and words, whatever its number', async () => {
  const ask = openWebFetch(standsFor('127.0.0.1'), () => true)
  const words = await ask(there('/words'), {})
  expect(await new Response(words.body).text()).toBe('words')
  expect((await ask(there('/moved'), { method: 'HEAD' })).headers.get('location')).toBe('/there')
  expect((await ask(there('/refused'), {})).status).toBe(999)
  await expect(ask(there('/never'), { signal: AbortSignal.timeout(50) })).rejects.toMatchObject({
    cause: { name: 'TimeoutError' },
  })
})
