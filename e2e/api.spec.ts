import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from './fixtures.ts'

const run = promisify(execFile)

test('somebody makes a token, and every example of the page of the API does with it what it says', async ({
  person,
  baseURL,
  checkPage,
}) => {
  const { page } = await person()
  await page.goto('/settings#tokens')
  const part = page.getByRole('region', { name: 'Other programs' })
  await part.getByLabel('Name').fill('My script')
  await part.getByLabel('It may').selectOption('write')
  await part.getByRole('button', { name: 'Make a token' }).click()
  const token = await part.getByLabel('Your new token').inputValue()
  expect(token).toMatch(/^loadpath_[\w-]{43}$/)
  await checkPage(page)

  await page.goto('/api')
  await checkPage(page)
  const examples = await page.locator('pre[data-answers]').all()
  expect(examples.length).toBeGreaterThan(3)
  for (const example of examples) {
    const shell = `${await example.innerText()} -s -o /dev/null -w '%{http_code}'`
    const { stdout } = await run('bash', ['-c', shell], { env: { ...process.env, LOADPATH: baseURL, TOKEN: token } })
    expect(stdout, shell).toBe(await example.getAttribute('data-answers'))
  }

  await page.goto('/settings#tokens')
  await part.getByRole('button', { name: 'Revoke My script' }).click()
  await expect(page.getByText('opens nothing any more')).toBeVisible()
  await page.reload()
  await expect(part.getByLabel('Name')).toBeVisible()
  await expect(part.getByText('My script')).toHaveCount(0)
})
