import { afterEach, describe, expect, it } from 'vitest'
import { openWebFetch } from './open-web-fetch.ts'
import { fetchPageTitle, titleOfHtml } from './page-title.ts'
import { type NaughtyServer, naughtyServer, type Respond } from './server.testing.ts'

let server: NaughtyServer | undefined
afterEach(() => server?.close())

const html = (body: string): Respond => {
  return (_, response) => void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body)
}
/** Asks the test's own server, as only a test may. */
async function ask(path: string, answers: Record<string, Respond>, timeoutMs = 2000) {
  server = await naughtyServer(answers)
  const fetch = openWebFetch(undefined, () => true)
  return fetchPageTitle(server.url + path, { fetch, allowLocal: true, timeoutMs })
}

describe('a page’s title, fetched because a person asked', () => {
  it('is what the page states', async () => {
    expect(await ask('/a', { '/a': html('<title>Queues &amp; rest</title>') })).toEqual({
      title: 'Queues & rest',
      problem: null,
    })
  })

  it('is looked for where the address leads', async () => {
    const answers: Record<string, Respond> = {
      '/a': (_, response) => void response.writeHead(301, { location: '/b' }).end(),
      '/b': html('<title>Moved here</title>'),
    }
    expect((await ask('/a', answers)).title).toBe('Moved here')
  })

  it.each([
    'http://127.0.0.1/',
    'http://localhost:3000/',
    'http://10.0.0.8/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[::1]/',
    'http://[fd00::1]/',
    'ftp://example.org/',
    'file:///etc/passwd',
  ])('is never asked of %s', async (address) => {
    const refused = () => Promise.reject(new Error('It was asked.'))
    expect((await fetchPageTitle(address, { fetch: refused })).problem).toContain('not on the open web')
  })

  it('is never asked of a name that stands for this machine', async () => {
    const fetch = openWebFetch(((_name: string, _options: unknown, done: (e: null, a: string, f: number) => void) =>
      done(null, '127.0.0.1', 4)) as never)
    expect((await fetchPageTitle('http://looks-fine.example/', { fetch })).problem).toContain('not on the open web')
  })

  it('is not followed to a private address', async () => {
    const fetch = async () => ({
      ...new Response(),
      status: 302,
      headers: new Headers({ location: 'http://10.0.0.1/' }),
      statusText: '',
      body: null,
    })
    expect((await fetchPageTitle('https://example.org/', { fetch })).problem).toContain('not on the open web')
  })

  it('takes the beginning of a page of 2 GB, and leaves the rest', async () => {
    let sent = 0
    const endless: Respond = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-length': String(2 ** 31) })
      const more = () => {
        while (!response.destroyed && sent < 2 ** 31) {
          sent += 65_536
          if (!response.write(`<!-- ${'x'.repeat(65_526)} -->`)) return response.once('drain', more)
        }
      }
      more()
    }
    expect((await ask('/a', { '/a': endless }, 10_000)).problem).toContain('states no title')
    expect(sent).toBeLessThan(20_000_000)
  })

  it('is given up on after a while where a page never ends, or never answers', async () => {
    const drip: Respond = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' })
      const timer = setInterval(() => response.write('<p>'), 20)
      response.on('close', () => clearInterval(timer))
    }
    expect((await ask('/a', { '/a': drip }, 300)).problem).toContain('did not answer in time')
    await server?.close()
    expect((await ask('/b', { '/b': () => {} }, 300)).problem).toContain('did not answer in time')
  })

  it('is nothing for what is no page, or what refuses', async () => {
    const pdf: Respond = (_, response) =>
      void response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF')
    expect((await ask('/a', { '/a': pdf })).problem).toContain('no web page')
    await server?.close()
    expect((await ask('/a', { '/a': (_, response) => void response.writeHead(403).end() })).problem).toContain('403')
  })
})

describe('the title in a page’s HTML', () => {
  it('is the one given to those who share it, in one line', () => {
    expect(titleOfHtml('<meta property="og:title" content=" A\n B "><title>A B | Site</title>')).toBe('A B')
  })
  it('is no title of a drawing, runs no script and is cut', () => {
    expect(titleOfHtml('<svg><title>icon</title></svg><title><b>x</b></title>')).toBe('<b>x</b>')
    expect(titleOfHtml(`<title>${'a'.repeat(9000)}</title>`)).toHaveLength(300)
  })
})
