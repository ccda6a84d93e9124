import { expect, test } from './fixtures.ts'
import { startServer } from './own-server.ts'

const attribute = (html: string, pattern: RegExp) => pattern.exec(html)?.[1]
const canonical = /<link rel="canonical" href="([^"]+)"/
const picture = /<meta property="og:image" content="([^"]+)"/

test('a server that knows its own address says it on every public page, whatever a visitor’s request says', async ({
  request,
}) => {
  test.setTimeout(90_000)
  const server = await startServer(undefined, undefined, { env: { PUBLIC_URL: 'https://read.example' } })
  const get = (path: string) => request.get(server.address + path, { headers: { 'x-forwarded-host': 'evil.example' } })
  for (const path of ['/catalogue', '/readings/common-bottlenecks', '/organisations/netflix', '/questions/chat']) {
    const html = await (await get(path)).text()
    expect(attribute(html, canonical), path).toBe(`https://read.example${path}`)
    expect(attribute(html, picture), path).toBe(`https://read.example/preview${path}`)
    expect(html, path).not.toContain('evil.example')
    expect(html, path).toContain('application/opensearchdescription+xml')
  }
  const topic = await (await get('/catalogue/scalability/distributed-caching')).text()
  const data = JSON.parse(attribute(topic, /<script type="application\/ld\+json">(.*?)<\/script>/)!) as {
    numberOfItems: number
  }
  expect(data.numberOfItems).toBeGreaterThan(10)
  expect(await (await get('/sitemap.xml')).text()).toContain('<loc>https://read.example/questions/chat</loc>')
  expect(await (await get('/opensearch.xml')).text()).toContain('https://read.example/search?q={searchTerms}')
  expect(await server.stop()).toBe(0)
})

test('a server that knows no address of its own claims none', async ({ request }) => {
  const html = await (await request.get('/readings/common-bottlenecks')).text()
  expect(attribute(html, canonical)).toBeUndefined()
  expect(attribute(html, picture)).toBeUndefined()
  expect(html).not.toContain('opensearch')
  expect(await (await request.get('/opensearch.xml')).text()).toContain('template="/search?q={searchTerms}"')
})

test('a chat that unfolds a link gets a picture of the page, and none of a page that is not there', async ({
  request,
}) => {
  for (const path of ['home', 'readings/common-bottlenecks', 'catalogue/scalability']) {
    const answer = await request.get(`/preview/${path}`)
    expect(answer.headers()['content-type'], path).toBe('image/png')
    expect((await answer.body()).length, path).toBeGreaterThan(5_000)
  }
  expect((await request.get('/preview/readings/none')).status()).toBe(404)
  expect((await request.get('/preview/plans')).status()).toBe(404)
})

test('a phone can put the app on its home screen', async ({ request }) => {
  const html = await (await request.get('/')).text()
  const manifest = await (await request.get(attribute(html, /<link rel="manifest" href="([^"]+)"/)!)).json()
  for (const { src, sizes } of (manifest as { icons: { src: string; sizes: string }[] }).icons) {
    const icon = await request.get(src)
    expect(icon.ok(), src).toBe(true)
    // A PNG says its width at byte 16.
    if (src.endsWith('.png')) expect(`${(await icon.body()).readUInt32BE(16)}`).toBe(sizes.split('x')[0])
  }
  expect(html).toContain('apple-touch-icon')
})
