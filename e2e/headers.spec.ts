import type { Page } from '@playwright/test'
import { accessTable } from '../lib/api/access-table.ts'
import { expect, test } from './fixtures.ts'

/** What the page complains of while it is looked at: refused scripts and styles, errors of its own. */
function complaintsOf(page: Page): string[] {
  const found: string[] = []
  page.on('console', (message) => {
    // A page that is answered with 404 says so in the console; that is no complaint.
    if (message.type() === 'error' && !message.text().includes('status of 404')) found.push(message.text())
  })
  page.on('pageerror', (error) => found.push(String(error)))
  return found
}

const catalogue = ['/', '/catalogue', '/catalogue/availability', '/nowhere', '/readings/nowhere', '/settings/nowhere']
const own = Object.keys(accessTable).filter(
  (route) => !route.startsWith('/api/') && !route.includes('[') && accessTable[route]?.GET === 'viewer',
)

for (const path of catalogue)
  test(`${path} runs under the policy of static pages`, async ({ page }) => {
    const complaints = complaintsOf(page)
    const answer = await page.goto(path, { waitUntil: 'networkidle' })
    const policies = (await answer!.headersArray()).filter(
      ({ name }) => name.toLowerCase() === 'content-security-policy',
    )
    expect(policies).toHaveLength(1)
    expect(policies[0]?.value).toContain("default-src 'none'")
    expect(policies[0]?.value).toContain("frame-ancestors 'none'")
    expect(complaints).toEqual([])
  })

for (const path of ['/sign-in', '/sign-up', ...own])
  test(`${path} runs under a policy with a nonce of its own each time`, async ({ page, person }) => {
    const looks = own.includes(path) ? (await person()).page : page
    const complaints = complaintsOf(looks)
    const nonces: string[] = []
    for (let visit = 0; visit < 2; visit++) {
      const answer = await looks.goto(path, { waitUntil: 'networkidle' })
      const headers = await answer!.headersArray()
      const policies = headers.filter(({ name }) => name.toLowerCase() === 'content-security-policy')
      expect(policies).toHaveLength(1)
      expect(policies[0]?.value).not.toMatch(/script-src[^;]*unsafe/)
      nonces.push(/'nonce-([^']+)'/.exec(policies[0]!.value)?.[1] ?? '')
      await expect(looks.getByRole('heading', { level: 1 })).toBeVisible()
    }
    expect(nonces[0]).toMatch(/^[\w+/]{22}==$/)
    expect(nonces[1]).not.toBe(nonces[0])
    expect(complaints).toEqual([])
  })

test('a script that somebody smuggles into a page of the viewer does not run', async ({ page }) => {
  await page.goto('/sign-in')
  const ran = await page.evaluate(async () => {
    const script = document.createElement('div')
    script.innerHTML = '<img src="data:," onerror="window.smuggled = true">'
    document.body.append(script)
    await new Promise((resolve) => {
      document.addEventListener('securitypolicyviolation', resolve, { once: true })
    })
    return 'smuggled' in window
  })
  expect(ran).toBe(false)
})

test('every answer carries the headers that keep other sites out', async ({ request }) => {
  for (const path of ['/', '/sign-in', '/nowhere', '/api/v1/me', '/api/health', '/api/auth/csrf']) {
    const headers = (await request.get(path)).headers()
    expect(headers, path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    })
    expect(headers, path).not.toHaveProperty('x-powered-by')
  }
})

test('no cache keeps what is a person’s own', async ({ person }) => {
  const { request } = await person()
  for (const path of [
    '/settings',
    '/sign-in',
    '/api/v1/me',
    '/api/v1/me/sessions',
    '/api/v1/marks',
    '/api/auth/session',
  ])
    expect((await request.get(path)).headers()['cache-control'], path).toContain('no-store')
})
