import { afterEach, expect, it } from 'vitest'
import { fetchCalendar } from './fetch-calendar.ts'
import { openWebFetch } from './open-web-fetch.ts'
import { type NaughtyServer, naughtyServer, type Respond } from './server.testing.ts'

let server: NaughtyServer | undefined
afterEach(() => server?.close())
async function ask(answer: Respond, timeoutMs = 2000) {
  server = await naughtyServer({ '/a': answer })
  return fetchCalendar(`${server.url}/a`, 100_000, {
    fetch: openWebFetch(undefined, () => true),
    timeoutMs,
    allowLocal: true,
  })
}

it('a calendar is fetched whole', async () => {
  expect(await ask((_, response) => void response.end('BEGIN:VCALENDAR'))).toBe('BEGIN:VCALENDAR')
})

it('one of 2 GB, and one that never ends, are given up on', async () => {
  const endless: Respond = (_, response) => {
    const more = () => {
      while (!response.destroyed) if (!response.write('x'.repeat(65_536))) return response.once('drain', more)
    }
    more()
  }
  await expect(ask(endless)).rejects.toThrow('too large')
  await server?.close()
  await expect(ask((_, response) => void response.write('x'), 200)).rejects.toThrow('in time')
})

it('a private address is never asked', async () => {
  const asked = () => Promise.reject(new Error('It was asked.'))
  await expect(fetchCalendar('http://10.0.0.1/x.ics', 10, { fetch: asked })).rejects.toThrow('open web')
})
