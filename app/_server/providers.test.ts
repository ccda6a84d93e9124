import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { call } from '#app/_server/call.testing.ts'
import { DELETE as unlink } from '#app/api/v1/me/accounts/[provider]/route.ts'
import { GET as getMe } from '#app/api/v1/me/route.ts'
import { POST as signUp } from '#app/api/v1/users/route.ts'
import { db } from '#db/client.ts'
import { listOwnSecurity } from '#db/queries/accounts/security-events.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { getViewerBySession } from '#db/queries/accounts/sessions.ts'
import { createPerson } from '#db/testing/people.ts'
import { settings } from '#lib/settings.ts'
import { answerAuth } from './next-auth.ts'
import { startOidcServer, type Vouching } from './oidc-server.testing.ts'
import { openSession } from './session-cookie.ts'

const origin = 'http://localhost:3000'
const before = { ...settings() }
let server: Awaited<ReturnType<typeof startOidcServer>>

beforeAll(async () => {
  server = await startOidcServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  await freshDatabase()
  await createPerson({ name: 'Admin', role: 'admin' })
  Object.assign(settings(), {
    OIDC_ISSUER: server.issuer,
    OIDC_CLIENT_ID: server.clientId,
    OIDC_CLIENT_SECRET: 'secret',
    GITHUB_ID: 'hub',
    GITHUB_SECRET: 'secret',
  })
})
afterEach(() => {
  const unset = { OIDC_ISSUER: undefined, OIDC_CLIENT_ID: undefined, OIDC_CLIENT_SECRET: undefined }
  Object.assign(settings(), { ...unset, GITHUB_ID: undefined, GITHUB_SECRET: undefined }, before)
})

const ada = { sub: 'ada-7', name: 'Ada', email: 'ada@example.org' }

/** A browser that goes to the provider and comes back. */
function browser() {
  const cookies = new Map<string, string>([['loadpath.zone', 'Europe%2FBerlin']])
  async function send(path: string, body?: object) {
    const url = new URL(`/api/auth/${path}`, origin)
    const headers: Record<string, string> = {
      host: 'localhost:3000',
      cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/json',
    }
    const request = new Request(url, {
      method: body ? 'POST' : 'GET',
      headers,
      body: body ? JSON.stringify(body) : null,
    })
    const answer = await answerAuth(request, url.pathname.slice('/api/auth/'.length).split('/'))
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    return answer
  }
  const start = async (provider = 'oidc', to = '/plans', query = '') =>
    new URL(((await (await send(`signin/${provider}${query}`, { callbackUrl: to })).json()) as { url: string }).url)
  const comeBack = async (given: Record<string, string>) =>
    (await send(`callback/oidc?${new URLSearchParams(given)}`)).headers.get('location')
  return {
    cookies,
    send,
    start,
    comeBack,
    signIn: async (claims: object = ada, more: Omit<Vouching, 'claims'> = {}, to = '/plans') =>
      comeBack(server.vouch(await start('oidc', to), { claims: { ...claims }, ...more })),
    me: async () =>
      (await call(getMe, { headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') } })).body,
    viewer: async () =>
      getViewerBySession((await openSession(decodeURIComponent(cookies.get('loadpath.session')!)))!, Date.now()),
  }
}
const people = () => db().$client.prepare('select email from users order by email').pluck().all()

test('somebody whom the provider vouches for gets an account, and comes back to it', async () => {
  const first = browser()
  expect(await first.signIn()).toBe(`${origin}/plans`)
  const me = await first.me()
  expect(me).toMatchObject({ name: 'Ada', email: 'ada@example.org', role: 'user', timeZone: 'Europe/Berlin' })
  const later = browser()
  await later.signIn({ ...ada, email: 'new@example.org' })
  expect((await later.me()).id).toBe(me.id)
  const row = db().$client.prepare("select issuer, subject, secret from accounts where subject = 'ada-7'").get()
  expect(row).toEqual({ issuer: server.issuer, subject: 'ada-7', secret: null })
})

test('state, nonce and PKCE’s challenge go to the provider, and nothing that the sender added', async () => {
  const { searchParams } = await browser().start('oidc', '/plans', '?redirect_uri=https://evil.example&scope=all')
  for (const name of ['state', 'nonce', 'code_challenge']) expect(searchParams.get(name)).toMatch(/^[\w-]{40,}$/)
  expect(searchParams.get('code_challenge_method')).toBe('S256')
  expect(searchParams.get('redirect_uri')).toBe(`${origin}/api/auth/callback/oidc`)
  expect(searchParams.get('scope')).toBe('openid profile email')
  const hub = await browser().start('github')
  expect(hub.href).toMatch(/^https:\/\/github\.com\/login\/oauth\/authorize\?/)
  for (const name of ['state', 'code_challenge']) expect(hub.searchParams.get(name)).toMatch(/^[\w-]{40,}$/)
})

test.each<[string, Vouching]>([
  ['a nonce of another sign-in', { claims: { ...ada, nonce: 'of another' } }],
  ['no nonce', { claims: { ...ada, nonce: undefined } }],
  ['another issuer', { claims: { ...ada, iss: 'https://evil.example' } }],
  ['another audience', { claims: { ...ada, aud: 'another program' } }],
  ['an end that is over', { claims: { ...ada, exp: 1_000_000, iat: 999_000 } }],
  ['another key’s signature', { claims: ada, signature: 'of another key' }],
  ['no signature', { claims: ada, signature: 'none' }],
  ['no subject', { claims: { ...ada, sub: undefined } }],
])('a token with %s signs nobody in', async (_, vouching) => {
  const one = browser()
  expect(await one.signIn(vouching.claims, vouching)).toMatch(/error=/)
  expect(one.cookies.has('loadpath.session')).toBe(false)
  expect(people()).toHaveLength(1)
})

test.each<[string, (one: ReturnType<typeof browser>, given: Record<string, string>) => void]>([
  ['another state', (_, given) => (given.state = 'another')],
  ['no state', (_, given) => delete given.state],
  ['no state of the browser’s own', (one) => one.cookies.delete('loadpath.state')],
  ['no PKCE verifier', (one) => one.cookies.delete('loadpath.pkce')],
  ['no nonce of the browser’s own', (one) => one.cookies.delete('loadpath.nonce')],
  ['a code that the provider never gave', (_, given) => (given.code = 'made up')],
])('coming back with %s signs nobody in', async (_, spoil) => {
  const one = browser()
  const given: Record<string, string> = server.vouch(await one.start(), { claims: ada, pkce: 'unchecked' })
  spoil(one, given)
  expect(await one.comeBack(given)).toMatch(/error=/)
  expect(one.cookies.has('loadpath.session')).toBe(false)
})

test('what one browser began, another cannot end, and a PKCE verifier of another sign-in does not fit', async () => {
  const [victim, thief] = [browser(), browser()]
  const given = server.vouch(await victim.start(), { claims: ada })
  expect(await thief.comeBack(given)).toMatch(/error=/)
  await thief.start()
  expect(await thief.comeBack(given)).toMatch(/error=/)
  const own = server.vouch(await thief.start(), { claims: ada })
  const first = thief.cookies.get('loadpath.pkce')!
  await thief.start()
  thief.cookies.set('loadpath.pkce', first)
  expect(await thief.comeBack(own)).toMatch(/error=/)
})

test('an e-mail address alone connects nothing: not with a password’s account, and not two providers’', async () => {
  await call(signUp, {
    method: 'POST',
    body: { name: 'Ada', email: 'ada@example.org', password: 'lantern orbit quill 7' },
  })
  const one = browser()
  expect(await one.signIn()).toBe('/sign-in?error=AddressTaken')
  expect(one.cookies.has('loadpath.session')).toBe(false)
  await browser().signIn({ sub: 'bob-1', name: 'Bob', email: 'bob@example.org' })
  expect(await browser().signIn({ sub: 'bob-2', name: 'Bob', email: 'bob@example.org' })).toBe(
    '/sign-in?error=AddressTaken',
  )
})

test.each([{ email: undefined }, { email_verified: false }, { email: 'no address' }])(
  'without an address that the provider checked there is no account: %o',
  async (claims) => {
    expect(await browser().signIn({ ...ada, ...claims })).toBe('/sign-in?error=NoEmail')
    expect(people()).toHaveLength(1)
  },
)

test('a server that takes no new accounts takes none this way', async () => {
  Object.assign(settings(), { SIGN_UP: 'closed' })
  expect(await browser().signIn()).toBe('/sign-in?error=NoSignUp')
  Object.assign(settings(), { SIGN_UP: 'invite' })
  expect(await browser().signIn(ada, {}, '/sign-up?invite=made-up')).toBe('/sign-in?error=NoSignUp')
})

test('who is signed in and has just shown who they are connects a provider, and nobody else’s', async () => {
  const one = browser()
  await one.signIn()
  const id = (await one.me()).id
  // The provider has this person sign in once more.
  expect((await one.start()).searchParams.get('prompt')).toBe('login')
  await one.signIn({ ...ada, sub: 'ada-at-work' })
  expect((await one.me()).id).toBe(id)
  expect((await listOwnSecurity((await one.viewer())!)).map(({ kind }) => kind)).toContain('account-linked')
  const other = browser()
  await other.signIn({ ...ada, sub: 'ada-at-work' })
  expect((await other.me()).id).toBe(id)
  const bob = browser()
  await bob.signIn({ sub: 'bob-1', name: 'Bob', email: 'bob@example.org' })
  expect(await bob.signIn(ada)).toBe('/settings?refused=OtherAccount')
  db().$client.prepare('update sessions set proved_at = 0').run()
  // Bob's own provider leads there, and may come back with another account of his.
  expect(await bob.signIn({ ...ada, sub: 'bob-new' })).toBe('/settings?refused=ProofNeeded')
  const github = await bob.send('signin/github', { callbackUrl: '/settings' })
  expect([github.status, await github.json()]).toMatchObject([403, { proof: 'needed' }])
  // Signing in by the provider again is a proof.
  await bob.signIn({ sub: 'bob-1', email: 'bob@example.org' })
  expect((await bob.viewer())!.provedAt).toBeGreaterThan(0)
})

test('the only way in is not disconnected; another is, and then opens nothing', async () => {
  const one = browser()
  await one.signIn()
  const cookie = () => [...one.cookies].map((pair) => pair.join('=')).join('; ')
  const params = { provider: 'oidc' }
  const remove = () => call(unlink, { method: 'DELETE', params, headers: { cookie: cookie() } })
  expect((await remove()).status).toBe(409)
  expect((await call(unlink, { method: 'DELETE', params })).status).toBe(401)
  const { id } = await one.me()
  db().$client.prepare("insert into accounts values ('local', ?, ?, 'x', 0)").run(id, id)
  expect((await remove()).status).toBe(204)
  expect((await remove()).status).toBe(404)
  expect(await browser().signIn()).toBe('/sign-in?error=AddressTaken')
})

test('a disabled person does not come in by a provider', async () => {
  await browser().signIn()
  db().$client.prepare("update users set disabled_at = 1 where email = 'ada@example.org'").run()
  expect(await browser().signIn()).toBe('/sign-in?error=Disabled')
})

test('a provider that is not set up is not there', async () => {
  Object.assign(settings(), { OIDC_ISSUER: undefined })
  expect((await browser().send('signin/oidc', {})).status).toBe(404)
  expect((await browser().send('callback/oidc?code=1')).status).toBe(404)
})

test('a link leads through a provider to no other site', async () => {
  expect(await browser().signIn(ada, {}, 'https://evil.example/')).toMatch(/^http:\/\/localhost:3000\//)
})
