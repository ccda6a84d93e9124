import { afterEach, describe, expect, test } from 'vitest'
import { checkAddress } from './check-address.ts'
import { PoliteFetch } from './polite-fetch.ts'
import { isPublicAddress } from './public-address.ts'
import { Robots } from './robots.ts'
import {
  type NaughtyServer,
  type Respond,
  inTurn,
  naughtyServer,
  status,
  testManners,
  tools,
} from './server.testing.ts'
import type { Manners } from './manners.ts'

let server: NaughtyServer
afterEach(() => server.close())

async function look(path: string, answers: Record<string, Respond>, manners: Partial<Manners> = {}) {
  server = await naughtyServer(answers)
  const given = { tools: tools(), manners: { ...testManners, ...manners } }
  const polite = new PoliteFetch(given.tools, given.manners)
  const outcome = await checkAddress(server.url + path, {
    ...given,
    polite,
    robots: new Robots(polite, given.manners.userAgent),
  })
  const asked = server.got.filter((each) => each.path !== '/robots.txt').map((each) => `${each.method} ${each.path}`)
  return { ...outcome, asked, slept: given.tools.slept }
}

const onlyGet: Respond = (request, response) => response.writeHead(request.method === 'HEAD' ? 405 : 200).end()
const never: Respond = () => {}
const reset: Respond = (request) => request.socket.resetAndDestroy()
const to = (location: string, code = 301) => status(code, { location })

describe('an address that works', () => {
  test('is asked for once, by HEAD, under a name that says who asks', async () => {
    const seen = await look('/a', {})
    expect(seen).toMatchObject({ result: 'alive', httpStatus: 200, location: null, asked: ['HEAD /a'] })
    expect(server.got.every((each) => each.userAgent.startsWith('LoadpathLinkCheck/'))).toBe(true)
  })

  test('is asked for by GET when its server knows no HEAD', async () => {
    expect(await look('/a', { '/a': onlyGet })).toMatchObject({ result: 'alive', asked: ['HEAD /a', 'GET /a'] })
  })

  test('is alive although HEAD says 404', async () => {
    const lying: Respond = (request, response) => response.writeHead(request.method === 'HEAD' ? 404 : 200).end()
    expect(await look('/a', { '/a': lying })).toMatchObject({ result: 'alive', httpStatus: 200 })
  })

  test('is alive although its body never ends', async () => {
    const endless: Respond = (request, response) => {
      if (request.method === 'HEAD') return void response.writeHead(501).end()
      const timer = setInterval(() => response.write('x'.repeat(1000)), 5)
      response.on('close', () => clearInterval(timer))
    }
    expect(await look('/a', { '/a': endless })).toMatchObject({ result: 'alive', asked: ['HEAD /a', 'GET /a'] })
  })

  test('is alive when it fails first and works a little later', async () => {
    const seen = await look('/a', { '/a': inTurn(status(500), status(500), status(200)) }, { backOffMs: 2000 })
    expect(seen).toMatchObject({ result: 'alive', asked: ['HEAD /a', 'GET /a', 'GET /a'], slept: [2000] })
  })

  test('that asks for patience is given as much as it asks for', async () => {
    const seen = await look('/a', { '/a': inTurn(status(429, { 'retry-after': '7' }), status(200)) })
    expect(seen).toMatchObject({ result: 'alive', asked: ['HEAD /a', 'HEAD /a'], slept: [7000] })
  })
})

describe('an address that moved', () => {
  test('for good is moved, with the place where it is now', async () => {
    const seen = await look('/a', { '/a': to('/b'), '/b': to('/c', 308) })
    expect(seen).toMatchObject({ result: 'moved', httpStatus: 200, location: `${server.url}/c` })
  })

  test('for now is alive where it is', async () => {
    const seen = await look('/a', { '/a': to('/b', 302) })
    expect(seen).toMatchObject({ result: 'alive', location: `${server.url}/b` })
  })

  test('with a part of a page named has not moved, and keeps the part where it has', async () => {
    expect(await look('/a#part', { '/a': status(200) })).toMatchObject({ result: 'alive', location: null })
    expect(await look('/a#part', { '/a': to('/b') })).toMatchObject({
      result: 'moved',
      location: `${server.url}/b#part`,
    })
  })

  test('by a slash or a tracking parameter has not moved', async () => {
    expect(await look('/a', { '/a': to('/a/?utm_source=x') })).toMatchObject({ result: 'alive' })
  })

  test.each(['/', '/en/', '/blog', '/index.html'])('to the home page %s is gone', async (home) => {
    expect(await look('/posts/a', { '/posts/a': to(home) })).toMatchObject({
      result: 'gone',
      reason: 'leads to a home page',
    })
    await server.close()
    expect(await look('/posts/a', { '/posts/a': to(home, 302) })).toMatchObject({ result: 'gone' })
  })

  test('to a page that says "not found" with a 200 is gone', async () => {
    expect(await look('/a', { '/a': to('/404.html') })).toMatchObject({
      result: 'gone',
      reason: 'leads to an error page',
    })
  })

  test.each(['/ml', '/docs/error'])('to %s, which may be a home or an error page, tells nothing', async (path) => {
    expect(await look('/posts/a', { '/posts/a': to(path) })).toMatchObject({ result: 'refused' })
  })

  test.each(['/posts/auth-design', '/blog/login-at-scale', '/notes/errors'])(
    'to the article %s has moved',
    async (path) => {
      expect(await look('/posts/a', { '/posts/a': to(path) })).toMatchObject({ result: 'moved' })
    },
  )

  test('to a sign-in page tells nothing', async () => {
    expect(await look('/a', { '/a': to('/login?next=a') })).toMatchObject({ result: 'refused' })
  })

  test('in a circle is failing, and in one for those without cookies tells nothing', async () => {
    const circle = { '/a': to('/b'), '/b': to('/a') }
    expect(await look('/a', circle)).toMatchObject({ result: 'failing', reason: 'redirects in a circle' })
    await server.close()
    const cookie = status(302, { location: '/a', 'set-cookie': 'seen=1' })
    expect(await look('/a', { '/a': cookie })).toMatchObject({ result: 'refused' })
  })

  test('on and on without end is failing after ten steps', async () => {
    const on = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`/${i}`, to(`/${i + 1}`)]))
    const seen = await look('/0', on)
    expect(seen.result).toBe('failing')
    expect(seen.asked.length).toBeLessThanOrEqual(22)
  })

  test('to a place that is no web address is failing, and is not followed', async () => {
    expect(await look('/a', { '/a': to('ftp://127.0.0.1/a') })).toMatchObject({ result: 'failing' })
    await server.close()
    expect(await look('/a', { '/a': to('http://127.0.0.1:1/a') }, { allowLocal: false })).toMatchObject({ asked: [] })
  })
})

describe('an address that does not work', () => {
  test.each([404, 410])('says %d: gone, and is not asked again', async (code) => {
    const seen = await look('/a', { '/a': status(code) })
    expect(seen).toMatchObject({ result: 'gone', httpStatus: code, asked: ['HEAD /a', 'GET /a'], slept: [] })
  })

  test('is asked three times, at growing distances, when its server fails', async () => {
    const seen = await look('/a', { '/a': status(503) }, { backOffMs: 1000 })
    expect(seen).toMatchObject({ result: 'failing', httpStatus: 503, slept: [1000, 2000] })
    expect(seen.asked).toEqual(['HEAD /a', 'GET /a', 'GET /a', 'GET /a'])
  })

  test.each([400, 401, 403, 405, 406, 418, 451, 999])('refuses a program with %d: that tells nothing', async (code) => {
    expect(await look('/a', { '/a': status(code) })).toMatchObject({ result: 'refused', httpStatus: code })
  })

  test('that asks for more patience than there is tells nothing', async () => {
    const seen = await look('/a', { '/a': status(429, { 'retry-after': '86400' }) })
    expect(seen).toMatchObject({ result: 'refused', asked: ['HEAD /a'], slept: [] })
  })

  test('is failing when it never answers, breaks off or is not there', async () => {
    const slow = await look('/a', { '/a': never }, { retries: 0, timeoutMs: 150 })
    expect(slow).toMatchObject({
      result: 'failing',
      httpStatus: null,
      answered: false,
      reason: 'no answer within 0 seconds',
    })
    await server.close()
    expect(await look('/a', { '/a': reset }, { retries: 0 })).toMatchObject({
      reason: 'the host broke the connection off',
    })
    const { url } = server
    await server.close()
    server = await naughtyServer({})
    const given = { tools: tools(), manners: { ...testManners, retries: 0 } }
    const polite = new PoliteFetch(given.tools, given.manners)
    const nobody = await checkAddress(`${url}/a`, { ...given, polite, robots: new Robots(polite, 'x') })
    expect(nobody).toMatchObject({ result: 'failing', answered: false, reason: 'the host takes no connections' })
  })
})

describe('robots.txt', () => {
  const robots =
    (text: string): Respond =>
    (_request, response) =>
      response.writeHead(200).end(text)

  test('that disallows the address keeps the program away, and tells nothing of it', async () => {
    const seen = await look('/a/b', { '/robots.txt': robots('User-agent: *\nDisallow: /a/') })
    expect(seen).toMatchObject({ result: 'refused', asked: [] })
  })

  test('that names this program wins over what it says to all', async () => {
    const rules = robots('User-agent: *\nAllow: /\nUser-agent: loadpathlinkcheck\nDisallow: /')
    expect(await look('/a', { '/robots.txt': rules })).toMatchObject({ result: 'refused', asked: [] })
  })

  test('that its server fails to give keeps the program away for now', async () => {
    expect(await look('/a', { '/robots.txt': status(500) })).toMatchObject({ result: 'refused', asked: [] })
  })

  test('that never ends is not waited for', async () => {
    const endless: Respond = (_request, response) => {
      const timer = setInterval(() => response.write('# '.repeat(100_000)), 1)
      response.on('close', () => clearInterval(timer))
    }
    expect(await look('/a', { '/robots.txt': endless })).toMatchObject({ result: 'alive' })
  })

  test('that asks for a pause gets it', async () => {
    const seen = await look('/a', { '/robots.txt': robots('User-agent: *\nCrawl-delay: 5'), '/a': to('/b') })
    expect(seen.result).toBe('moved')
    expect(seen.slept.length).toBeGreaterThan(0)
    expect(Math.max(...seen.slept)).toBeLessThanOrEqual(5000)
    expect(Math.max(...seen.slept)).toBeGreaterThan(4500)
  })
})

test.each([
  ['https://example.org/a', true],
  ['http://8.8.8.8/', true],
  ['http://localhost/a', false],
  ['http://127.1.2.3/', false],
  ['http://0x7f000001/', false],
  ['http://10.0.0.1/', false],
  ['http://169.254.169.254/latest', false],
  ['http://192.168.1.1/', false],
  ['http://[::1]/', false],
  ['http://[::ffff:127.0.0.1]/', false],
  ['http://printer/', false],
  ['http://localhost./', false],
  ['http://nas.internal./', false],
  ['http://nas.local/', false],
  ['file:///etc/passwd', false],
])('%s is of the open web: %s', async (address, expected) => {
  server ??= await naughtyServer({})
  expect(isPublicAddress(address)).toBe(expected)
})
