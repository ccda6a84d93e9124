import { TOTP } from 'otpauth'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

async function signOut(page: Page) {
  await page.goto('/settings')
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page).toHaveURL('/')
}

async function typePassword(page: Page, email: string, password: string) {
  await page.goto('/sign-in?to=/settings')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

test('a person sets up an app, keeps the recovery codes, and signs in in two steps', async ({ person, checkPage }) => {
  const ada = await person()
  const { page } = ada
  await page.goto('/settings')
  const part = page.getByRole('region', { name: 'Second step' })
  await part.getByRole('button', { name: 'Set up an authenticator app' }).click()
  const secret = (await part.locator('code').first().textContent())!.replaceAll(' ', '')
  const code = () => new TOTP({ secret }).generate()
  await expect(part.getByRole('img', { name: 'QR code for an authenticator app' })).toBeVisible()
  await checkPage(page)
  await part.getByLabel('The code that it shows').fill('000000')
  await part.getByRole('button', { name: 'Turn on the second step' }).click()
  await expect(part.getByLabel('The code that it shows')).toHaveAccessibleDescription(/shows another code now/)
  const first = code()
  await part.getByLabel('The code that it shows').fill(first)
  await part.getByRole('button', { name: 'Turn on the second step' }).click()
  const codes = part.getByRole('region', { name: 'Your recovery codes' })
  await expect(codes.locator('code')).toHaveCount(10)
  const [recovery = ''] = await codes.locator('code').allTextContents()
  await checkPage(page)
  await codes.getByRole('button', { name: 'I have kept them' }).click()
  await expect(part.getByText('Recovery codes left: 10')).toBeVisible()

  await signOut(page)
  await typePassword(page, ada.email, ada.password)
  const field = page.getByLabel('Code', { exact: true })
  await expect(field).toBeFocused()
  await checkPage(page)
  // The code that turned the app on opens nothing more.
  await field.fill(first)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(field).toHaveAccessibleDescription(/wrong, or was used already/)
  await field.fill(recovery)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL('/settings')
  await expect(part.getByText('Recovery codes left: 9')).toBeVisible()
  await expect(page.getByText('Recovery code used')).toBeVisible()
})

test('a person adds a passkey and signs in with it alone, and as the second step', async ({ person, checkPage }) => {
  const ada = await person()
  const { page } = ada
  const cdp = await ada.context.newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await page.goto('/settings')
  const part = page.getByRole('region', { name: 'Second step' })
  await part.getByLabel('Name of the new passkey').fill('Laptop')
  await part.getByRole('button', { name: 'Add a passkey' }).click()
  await part.getByRole('button', { name: 'I have kept them' }).click()
  await expect(part.getByRole('listitem').filter({ hasText: 'Laptop' })).toBeVisible()
  await checkPage(page)

  await signOut(page)
  await page.goto('/sign-in?to=/settings')
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(page).toHaveURL('/settings')

  await signOut(page)
  await typePassword(page, ada.email, ada.password)
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(page).toHaveURL('/settings')
  await page.getByRole('button', { name: 'Remove Laptop' }).click()
  await expect(part.getByText('Off: your password alone signs you in.')).toBeVisible()
})
