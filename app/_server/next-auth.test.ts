import { beforeEach, expect, test, vi } from 'vitest'
import { authCookieName } from '#lib/auth/session-cookie-name.ts'
import { POST as signUp } from '#app/api/v1/users/route.ts'
import { GET as getMe } from '#app/api/v1/me/route.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { answerAuth } from './next-auth.ts'
import { call } from './call.testing.ts'

const password = 'lantern orbit quill 7'
const origin = 'http://localhost:3000'

beforeEach(async () => {
  await freshDatabase()
})

/** Headers without those that are empty. */
const without = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ''))

/** A browser: it keeps the cookies that it was given. */
function browser(standing: Record<string, string> = {}) {
  const cookies = new Map<string, string>()
  const header = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  async function send(path: string, body?: Record<string, string> | string, headers: Record<string, string> = {}) {
    const form = typeof body === 'object' ? new URLSearchParams(body).toString() : body
    const type = typeof body === 'object' ? 'application/x-www-form-urlencoded' : 'application/json'
    const init = {
      method: form === undefined ? 'GET' : 'POST',
      headers: without({
        host: 'localhost:3000',
        origin,
        cookie: header(),
        'content-type': type,
        ...standing,
        ...headers,
      }),
      body: form ?? null,
    }
    const answer = await answerAuth(new Request(`${origin}/api/auth/${path}`, init), path.split('?')[0]!.split('/'))
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    return answer
  }
  return {
    send,
    header,
    csrf: async () => ((await (await send('csrf')).json()) as { csrfToken: string }).csrfToken,
    me: () => call(getMe, { headers: { cookie: header(), ...standing } }),
  }
}

async function account(email = 'ada@example.org') {
  expect((await call(signUp, { method: 'POST', body: { name: 'Ada', email, password } })).status).toBe(201)
}

test('a person signs in with the token of next-auth, is themselves, and signs out', async () => {
  await account()
  const ada = browser()
  const csrfToken = await ada.csrf()
  const answer = await ada.send('callback/credentials', {
    csrfToken,
    email: ' Ada@Example.org',
    password,
    callbackUrl: '/today',
  })
  expect(answer.status).toBe(302)
  expect(answer.headers.get('location')).toBe(`${origin}/today`)
  expect(answer.headers.getSetCookie().join()).toMatch(
    /loadpath\.session=[^;]+; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax/,
  )
  expect((await ada.me()).body).toMatchObject({ name: 'Ada', role: 'admin' })
  expect(await (await ada.send('session')).json()).toMatchObject({ user: { email: 'ada@example.org' } })
  const before = ada.header()
  await ada.send('signout', { csrfToken: await ada.csrf() })
  expect((await ada.me()).status).toBe(401)
  expect((await call(getMe, { headers: { cookie: before } })).status).toBe(401)
})

test('a program signs in with JSON and is answered in JSON', async () => {
  await account()
  const ada = browser()
  const csrfToken = await ada.csrf()
  const right = await ada.send(
    'callback/credentials',
    JSON.stringify({ csrfToken, email: 'ada@example.org', password }),
  )
  expect([right.status, await right.json()]).toEqual([200, { url: origin }])
  expect((await ada.me()).status).toBe(200)
})

test('an unknown address and a wrong password get the same answer', async () => {
  await account()
  const answers = []
  for (const email of ['ada@example.org', 'nobody@example.org']) {
    const someone = browser()
    const csrfToken = await someone.csrf()
    const answer = await someone.send('callback/credentials', JSON.stringify({ csrfToken, email, password: 'wrong' }))
    answers.push([answer.status, await answer.text(), someone.header().includes('loadpath.session')])
  }
  expect(answers[0]).toEqual(answers[1])
  expect(answers[0]).toEqual([401, expect.stringContaining('CredentialsSignin'), false])
})

test('the eleventh try at an account in a quarter of an hour has to wait, and so does the right password', async () => {
  await account()
  const ada = browser({ 'x-loadpath-peer': '10.0.0.1' })
  const csrfToken = await ada.csrf()
  const attempt = (word: string, headers = {}) =>
    ada.send('callback/credentials', { csrfToken, email: 'ada@example.org', password: word }, headers)
  for (let n = 0; n < 10; n++) expect((await attempt('wrong')).status).toBe(302)
  const answer = await attempt(password)
  expect(answer.status).toBe(429)
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await attempt(password, { 'x-forwarded-for': '10.9.9.9' })).status).toBe(429)
  const elsewhere = browser({ 'x-loadpath-peer': '10.0.0.2' })
  await elsewhere.send('callback/credentials', {
    csrfToken: await elsewhere.csrf(),
    email: 'ada@example.org',
    password,
  })
  expect((await elsewhere.me()).status).toBe(200)
})

test('fifty failures from one address, at whatever accounts, are the last for a while', async () => {
  const eve = browser({ 'x-loadpath-peer': '10.0.0.3' })
  const csrfToken = await eve.csrf()
  const attempt = (n: number) =>
    eve.send('callback/credentials', { csrfToken, email: `person${n}@example.org`, password: 'wrong' })
  const statuses: number[] = []
  // oxlint-disable-next-line no-await-in-loop -- one try after the other
  for (let n = 0; n < 52; n++) statuses.push((await attempt(n)).status)
  expect(statuses.indexOf(429)).toBe(50)
})

test('a form without JavaScript signs in when the browser proves that it stands on our page', async () => {
  await account()
  const form = { email: 'ada@example.org', password, callbackUrl: '/plans' }
  const ada = browser()
  const answer = await ada.send('callback/credentials', form, { 'sec-fetch-site': 'same-origin' })
  expect(answer.headers.get('location')).toBe(`${origin}/plans`)
  expect((await ada.me()).status).toBe(200)
  const plain = browser()
  await plain.send('callback/credentials', form, { origin })
  expect((await plain.me()).status).toBe(200)
})

test('another site can sign nobody in or out', async () => {
  await account()
  const form = { email: 'ada@example.org', password }
  for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }] as Record<
    string,
    string
  >[])
    expect((await browser().send('callback/credentials', form, headers)).status).toBe(403)
  const unproven = browser({ origin: '' })
  await unproven.send('callback/credentials', form)
  expect((await unproven.me()).status).toBe(401)
  await unproven.send('callback/credentials', { ...form, csrfToken: 'a'.repeat(64) })
  expect((await unproven.me()).status).toBe(401)
})

test('signing in leads to no other site', async () => {
  await account()
  for (const callbackUrl of ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
    const ada = browser()
    const answer = await ada.send(
      'callback/credentials',
      { email: 'ada@example.org', password, callbackUrl },
      { origin, 'x-forwarded-host': 'evil.example' },
    )
    expect(new URL(answer.headers.get('location')!).origin).toBe(origin)
  }
})

test.each(['x%0aFORGED', 'javascript:alert(1)', 'https://evil.example/%0d%0a', '%00', 'a'.repeat(5000)])(
  'where to go on to may be nonsense (%s): sign-in works, and nothing of it is logged',
  async (callbackUrl) => {
    const logged = vi.spyOn(console, 'error')
    await account()
    const ada = browser()
    const answer = await ada.send(`csrf?callbackUrl=${callbackUrl}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.getSetCookie().join()).not.toContain('evil')
    const csrfToken = await ada.csrf()
    for (const cookie of ['loadpath.callback=%%%', 'next-auth.callback-url=https%3A%2F%2Fevil.example%0a']) {
      const form = { csrfToken, email: 'ada@example.org', password, callbackUrl: '/today' }
      const signedIn = await ada.send('callback/credentials', form, { cookie: `${ada.header()}; ${cookie}` })
      expect(signedIn.headers.get('location')).toBe(`${origin}/today`)
    }
    expect(logged).not.toHaveBeenCalled()
  },
)

test('over https the cookies are bound to this host, and their names are no other program’s', () => {
  expect([authCookieName('session', true), authCookieName('session', false)]).toEqual([
    '__Host-loadpath.session',
    'loadpath.session',
  ])
})

test('the rest of next-auth is not there: its log, its update of a session, its other providers', async () => {
  for (const path of ['_log', 'session', 'signin/credentials', 'callback/github', '__proto__'])
    expect((await browser().send(path, {})).status).toBe(404)
  expect((await browser().send('verify-request')).status).toBe(404)
  expect((await browser().send('callback/credentials', '{')).status).toBe(400)
  expect((await browser().send('callback/credentials', { email: 'x'.repeat(20_000) })).status).toBe(413)
})
