import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type CheckOptions, checkMany } from './check-many.ts'
import { isDue } from './due.ts'
import { type LinkState, type Outcome, nextLinkState, personSaid } from './outcome.ts'
import { type NaughtyServer, type Respond, naughtyServer, status, testManners, tools } from './server.testing.ts'

let servers: NaughtyServer[] = []
const serve = async (answers: Record<string, Respond> = {}) => {
  const server = await naughtyServer(answers)
  servers.push(server)
  return server
}
beforeEach(() => void (servers = []))
afterEach(() => Promise.all(servers.map((server) => server.close())))

type Target = { url: string }
async function check(targets: Target[], over: Partial<CheckOptions<Target>> = {}) {
  const results: string[] = []
  const onResult = (target: Target, outcome: Outcome) =>
    void results.push(`${new URL(target.url).pathname} ${outcome.result}`)
  const ended = await checkMany(targets, { tools: tools(), manners: testManners, onResult, ...over })
  return { ended, results }
}

/** Answers only once `count` requests are under way, or on release. */
const slowly: Respond = (_request, response) => void setTimeout(() => response.writeHead(200).end(), 30)

describe('many addresses', () => {
  test('are looked at a few at a time and one a host', async () => {
    const paths = ['/1', '/2', '/3', '/4']
    const hosts = await Promise.all(
      Array.from({ length: 4 }, () => serve(Object.fromEntries(paths.map((path) => [path, slowly])))),
    )
    const targets = hosts.flatMap((host) => paths.map((path) => ({ url: host.url + path })))
    let open = 0
    let most = 0
    const slow = tools()
    const counting = {
      ...slow,
      fetch: async (url: string, init: RequestInit) => {
        most = Math.max(most, ++open)
        return slow.fetch(url, init).finally(() => open--)
      },
    }
    const { ended, results } = await check(targets, { tools: counting, manners: { ...testManners, concurrency: 3 } })
    expect(ended).toBe('done')
    expect(results.length).toBe(16)
    expect(hosts.map((host) => host.mostAtOnce())).toEqual([1, 1, 1, 1])
    expect(most).toBe(3)
    expect(hosts.map((host) => host.got.filter(({ path }) => path === '/robots.txt').length)).toEqual([1, 1, 1, 1])
  })

  test('of one host are looked at with a pause between', async () => {
    const host = await serve()
    const clock = tools()
    await check([{ url: `${host.url}/a` }, { url: `${host.url}/b` }], {
      tools: clock,
      manners: { ...testManners, hostPauseMs: 1000 },
    })
    expect(clock.slept.length).toBe(2)
    for (const ms of clock.slept) expect(ms).toBeGreaterThan(500)
  })

  test('that lead to a host at work wait for their turn there', async () => {
    const target = await serve({ '/x': slowly, '/y': slowly, '/z': slowly })
    const others = await Promise.all(
      ['/x', '/y', '/z'].map((path) => serve({ '/a': status(301, { location: target.url + path }) })),
    )
    const { results } = await check(others.map((each) => ({ url: `${each.url}/a` })))
    expect(results).toEqual(['/a moved', '/a moved', '/a moved'])
    expect(target.mostAtOnce()).toBe(1)
  })

  test('can be broken off: what came is saved, and a second run looks at the rest only', async () => {
    const host = await serve()
    const targets = ['/a', '/b', '/c', '/d'].map((path) => ({ url: host.url + path }))
    const states = new Map<string, LinkState>()
    const run = async (stopAfter: number) => {
      const stop = new AbortController()
      const due = targets.filter(({ url }) => isDue(url, states.get(url) ?? null, '2026-02-01', true))
      const ended = await checkMany(due, {
        tools: tools(),
        manners: testManners,
        signal: stop.signal,
        onResult: ({ url }, outcome) => {
          states.set(url, nextLinkState(null, url, outcome, '2026-02-01'))
          if (states.size === stopAfter) stop.abort()
        },
      })
      return { ended, due: due.length }
    }
    expect(await run(2)).toEqual({ ended: 'stopped', due: 4 })
    expect(states.size).toBe(2)
    expect(await run(99)).toEqual({ ended: 'done', due: 2 })
    const asked = host.got.filter(({ path }) => path !== '/robots.txt').map(({ path }) => path)
    expect(asked.length).toBeLessThanOrEqual(5)
    expect(new Set(asked).size).toBe(4)
  })

  test('are not called failing when it is the own network that is down', async () => {
    const gone = await Promise.all(Array.from({ length: 9 }, () => serve()))
    const targets = gone.map(({ url }) => ({ url: `${url}/a` }))
    await Promise.all(gone.map((server) => server.close()))
    const manners = { ...testManners, retries: 0 }
    expect(await check(targets, { manners })).toEqual({ ended: 'offline', results: [] })
    expect((await check(targets, { manners, isOnline: async () => true })).results.length).toBe(9)
    const alive = await serve()
    const mixed = await check([...targets.slice(0, 5), { url: `${alive.url}/z` }], { manners })
    expect(mixed.ended).toBe('done')
    expect(mixed.results.toSorted()).toEqual([...Array.from({ length: 5 }, () => '/a failing'), '/z alive'])
  })

  test('that cannot be saved stop the run with the reason', async () => {
    const host = await serve()
    const onResult = () => Promise.reject(new Error('disk full'))
    await expect(check([{ url: `${host.url}/a` }], { onResult })).rejects.toThrow('disk full')
  })
})

describe('what is known of an address', () => {
  const outcome = (result: Outcome['result']): Outcome => ({
    result,
    httpStatus: 200,
    location: null,
    reason: '',
    answered: true,
  })
  const after = (...days: [string, Outcome['result']][]) =>
    days.reduce<LinkState | null>(
      (state, [day, result]) => nextLinkState(state, 'https://x.org/a', outcome(result), day),
      null,
    )

  test('one failure is not death, two days of "there is nothing" are, and three of no answer', () => {
    expect(after(['2026-01-01', 'gone'])).toMatchObject({ status: 'unknown', failures: 1 })
    expect(after(['2026-01-01', 'gone'], ['2026-01-02', 'gone'])).toMatchObject({ status: 'dead', failures: 2 })
    expect(after(['2026-01-01', 'failing'], ['2026-01-02', 'failing'])).toMatchObject({
      status: 'unknown',
      failures: 2,
    })
    expect(after(['2026-01-01', 'failing'], ['2026-01-02', 'failing'], ['2026-01-09', 'failing'])?.status).toBe('dead')
  })

  test('failing twice on one day is one failure', () => {
    expect(after(['2026-01-01', 'gone'], ['2026-01-01', 'gone'])).toMatchObject({ status: 'unknown', failures: 1 })
    expect(after(['2026-01-01', 'alive'], ['2026-01-01', 'gone'])).toMatchObject({ status: 'unknown', failures: 1 })
  })

  test('a day that works ends the row, and the dead may rise', () => {
    expect(after(['2026-01-01', 'gone'], ['2026-01-02', 'alive'], ['2026-01-03', 'gone'])?.status).toBe('unknown')
    expect(after(['2026-01-01', 'gone'], ['2026-01-02', 'gone'], ['2026-02-03', 'moved'])).toMatchObject({
      status: 'moved',
      failures: 0,
    })
  })

  test('being refused tells nothing: no death, and no life of the dead', () => {
    expect(after(['2026-01-01', 'refused'], ['2026-01-02', 'refused'], ['2026-01-03', 'refused'])).toMatchObject({
      status: 'unknown',
      failures: 0,
    })
    expect(after(['2026-01-01', 'gone'], ['2026-01-02', 'gone'], ['2026-01-03', 'refused'])?.status).toBe('dead')
    expect(after(['2026-01-01', 'gone'], ['2026-01-02', 'refused'], ['2026-01-03', 'gone'])?.status).toBe('dead')
  })

  test('what a person said of it outlives a program that sees nothing wrong', () => {
    const said = (reason: string, status: LinkState['status']) => ({
      url: 'https://x.org/a',
      status,
      reason,
      httpStatus: null,
      location: null,
      failures: 0,
      checkedOn: '2026-01-01',
    })
    const next = (state: LinkState, result: Outcome['result']) =>
      nextLinkState(state, 'https://x.org/a', outcome(result), '2026-01-08')
    const dead = said(personSaid.dead, 'dead')
    expect(next(dead, 'alive')).toMatchObject({ status: 'dead', reason: personSaid.dead, checkedOn: '2026-01-08' })
    expect(next(dead, 'moved').status).toBe('moved')
    const wall = { ...said(personSaid.paywall, 'alive'), failures: 0 }
    expect(next(wall, 'refused')).toMatchObject({ status: 'alive', reason: personSaid.paywall })
    expect(next(wall, 'gone').status).toBe('unknown')
  })

  test('another address starts anew', () => {
    const dead = after(['2026-01-01', 'gone'], ['2026-01-02', 'gone'])
    expect(nextLinkState(dead, 'https://x.org/b', outcome('gone'), '2026-01-03')).toMatchObject({
      status: 'unknown',
      failures: 1,
    })
  })

  test('is due when new, when failing yesterday, a week after it worked, a month after it died', () => {
    const state = (over: Partial<LinkState>): LinkState => ({
      url: 'u',
      status: 'alive',
      httpStatus: 200,
      location: null,
      failures: 0,
      reason: '',
      checkedOn: '2026-01-01',
      ...over,
    })
    expect(isDue('u', null, '2026-01-01')).toBe(true)
    expect(isDue('v', state({}), '2026-01-01')).toBe(true)
    expect(isDue('u', state({}), '2026-01-07')).toBe(false)
    expect(isDue('u', state({}), '2026-01-08')).toBe(true)
    expect(isDue('u', state({ status: 'unknown', failures: 1 }), '2026-01-01')).toBe(false)
    expect(isDue('u', state({ status: 'unknown', failures: 1 }), '2026-01-02')).toBe(true)
    expect(isDue('u', state({ status: 'dead', failures: 3 }), '2026-01-30')).toBe(false)
    expect(isDue('u', state({ status: 'dead', failures: 3 }), '2026-01-31')).toBe(true)
    expect(isDue('u', state({}), '2026-01-02', true)).toBe(true)
    expect(isDue('u', state({}), '2026-01-01', true)).toBe(false)
  })
})
