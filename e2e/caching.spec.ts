import { expect, test } from './fixtures.ts'

const shared = 'public, max-age=0, s-maxage=60, stale-while-revalidate=60'
const unkept = 'private, no-store'

test('a page of the catalogue is asked for again each time, which costs nothing while it is the same', async ({
  request,
}) => {
  const first = await request.get('/catalogue/availability')
  expect(first.headers()).toMatchObject({ 'cache-control': shared, etag: expect.stringMatching(/^"[\w-]+"$/) })
  const again = await request.get('/catalogue/availability', {
    headers: { 'if-none-match': first.headers().etag! },
  })
  expect([again.status(), (await again.body()).length]).toEqual([304, 0])
})

test('a file of the build is kept for good, and one that is none for no time', async ({ request }) => {
  const html = await (await request.get('/')).text()
  const script = /\/_next\/static\/[^"]+\.js/.exec(html)?.[0] ?? ''
  expect((await request.get(script)).headers()['cache-control']).toBe('public, max-age=31536000, immutable')
  expect((await request.get('/_next/static/none.js')).headers()['cache-control']).toBe(unkept)
})

test('an address where nothing is yet may hold something tomorrow', async ({ request }) => {
  for (const path of [
    '/readings/none-yet',
    '/catalogue/none',
    '/nowhere',
    '/api/v1/readings/none-yet',
    '/api/v1/none',
  ]) {
    const answer = await request.get(path)
    expect([answer.status(), answer.headers()['cache-control']], path).toEqual([404, unkept])
  }
})

test('a search is kept for people without a session, and made for each who has one', async ({ request, person }) => {
  const ada = await person()
  for (const path of ['/search?q=kafka', '/api/v1/readings?q=kafka']) {
    const open = await request.get(path)
    expect(open.headers(), path).toMatchObject({ 'cache-control': shared, vary: expect.stringMatching(/cookie/i) })
    expect((await ada.request.get(path)).headers()['cache-control'], path).toBe(unkept)
    const bytes = (answer: typeof open) => answer.headers().etag?.replace(/-\w+"$/, '')
    expect(bytes(await request.get(path)), path).toBe(bytes(open))
  }
})

test('Next’s own router gets its data and a browser its page, at one address', async ({ request }) => {
  const page = async () => (await request.get('/catalogue')).headers()['content-type']
  const data = async () => (await request.get('/catalogue', { headers: { rsc: '1' } })).headers()['content-type']
  expect([await page(), await data(), await page(), await data()]).toEqual([
    'text/html; charset=utf-8',
    'text/x-component',
    'text/html; charset=utf-8',
    'text/x-component',
  ])
})

test('what leads on from another spelling of an address carries the headers of all answers', async ({
  request,
  baseURL,
}) => {
  for (const path of ['/catalogue/', `${baseURL}//catalogue`, '/today']) {
    const answer = await request.get(path, { maxRedirects: 0 })
    expect([307, 308], path).toContain(answer.status())
    expect(answer.headers(), path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'cache-control': unkept,
    })
  }
})

test('methods and headers that nobody sends by accident are refused in words', async ({ request }) => {
  for (const [method, path] of [
    ['TRACE', '/'],
    ['POST', '/catalogue'],
    ['TRACE', '/api/v1/me'],
  ] as const) {
    const answer = await request.fetch(path, { method })
    expect([answer.status(), answer.headers().allow?.includes('GET')], `${method} ${path}`).toEqual([405, true])
  }
  const junk = { 'next-action': 'junk', 'next-router-state-tree': '%', rsc: '1' }
  expect((await request.post('/sign-in', { headers: junk })).status()).toBe(405)
  expect((await request.get('/catalogue', { headers: junk })).status()).toBe(200)
  expect((await request.post('/api/v1/users', { headers: junk, data: {} })).status()).toBe(422)
})

test('the address of a shared plan is told to no other site, and answers for programs may run nothing', async ({
  request,
}) => {
  expect((await request.get('/shared/none')).headers()['referrer-policy']).toBe('no-referrer')
  expect((await request.get('/feeds/none.ics')).headers()['referrer-policy']).toBe('no-referrer')
  for (const path of ['/api/v1/readings', '/api/v1/me', '/api/none', '/feeds/none.ics'])
    expect((await request.get(path)).headers()['content-security-policy'], path).not.toContain('unsafe')
})
