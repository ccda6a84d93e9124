import { randomUUID } from 'node:crypto'
import AxeBuilder from '@axe-core/playwright'
import {
  type APIRequestContext,
  type Browser,
  type BrowserContext,
  expect,
  type Page,
  test as base,
} from '@playwright/test'

/** A person made for one test. */
export interface Person {
  id: string
  name: string
  email: string
  password: string
}

/** A person with a browser of their own, signed in. */
export interface SignedIn extends Person {
  context: BrowserContext
  page: Page
  /** Calls the API as this person. */
  request: APIRequestContext
}

/**
 * The API as our own pages call it: a request with a cookie that changes something says where it comes from. Headers
 * that a test gives itself stand.
 */
export function fromOwnPage(request: APIRequestContext): APIRequestContext {
  const verbs = new Set<string | symbol>(['post', 'put', 'patch', 'delete', 'fetch'])
  return new Proxy(request, {
    get(target, name) {
      const value = Reflect.get(target, name) as unknown
      if (typeof value !== 'function') return value
      const method = value.bind(target) as (...given: unknown[]) => unknown
      if (!verbs.has(name)) return method
      return (url: unknown, options: { headers?: Record<string, string> } = {}) =>
        method(url, {
          ...options,
          headers: { ...(options.headers?.origin ? {} : { 'sec-fetch-site': 'same-origin' }), ...options.headers },
        })
    },
  })
}

/** Makes a new account through the API. */
export async function createPerson(request: APIRequestContext, name = 'Ada Tester'): Promise<Person> {
  const person = { name, email: `${randomUUID()}@example.org`, password: `correct horse ${randomUUID()}` }
  const answer = await request.post('/api/v1/users', { data: person })
  expect(answer.status(), await answer.text()).toBe(201)
  return { ...person, id: ((await answer.json()) as { id: string }).id }
}

/** Signs a person in within a browser context, as the sign-in form does. */
export async function signIn(request: APIRequestContext, person: Person): Promise<void> {
  const { csrfToken } = (await (await request.get('/api/auth/csrf')).json()) as { csrfToken: string }
  const own = fromOwnPage(request)
  await own.post('/api/auth/callback/credentials', {
    form: { csrfToken, email: person.email, password: person.password, json: 'true', callbackUrl: '/' },
  })
  expect((await request.get('/api/v1/me')).status()).toBe(200)
}

async function newSignedIn(browser: Browser, name: string): Promise<SignedIn> {
  const context = await browser.newContext()
  const person = await createPerson(context.request, name)
  await signIn(context.request, person)
  return { ...person, context, page: await context.newPage(), request: fromOwnPage(context.request) }
}

/**
 * `person()` gives a new signed-in person with a browser of their own; `checkPage(page)` fails on what axe finds and
 * on what the page logged as an error.
 */
export const test = base.extend<{
  person: (name?: string) => Promise<SignedIn>
  checkPage: (page: Page) => Promise<void>
}>({
  request: async ({ request }, use) => {
    await use(fromOwnPage(request))
  },
  person: async ({ browser }, use) => {
    const made: SignedIn[] = []
    await use(async (name = 'Ada Tester') => {
      const signedIn = await newSignedIn(browser, name)
      made.push(signedIn)
      return signedIn
    })
    await Promise.all(made.map(({ context }) => context.close()))
  },
  checkPage: async ({ browserName: _ }, use) => {
    await use(async (page) => {
      const result = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze()
      const found = result.violations.map(
        (violation) =>
          `${violation.id}: ${violation.help}\n    ${violation.nodes
            .map((node) => node.html)
            .slice(0, 3)
            .join('\n    ')}`,
      )
      expect(found, `axe on ${page.url()}`).toEqual([])
    })
  },
})

/** Opens the palette by its key; a page that was reached just now may not listen to it yet. */
export async function openPalette(page: Page) {
  const palette = page.getByRole('dialog', { name: 'Go to' })
  await expect(async () => {
    await page.keyboard.press('Control+k')
    await expect(palette).toBeVisible({ timeout: 1000 })
  }).toPass()
  return palette
}

export { expect }
