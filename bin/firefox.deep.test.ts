import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { type Browser, launch, type Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

// The main journey in Debian's Firefox, over WebDriver BiDi: the browser tests run in Chromium alone.
const port = 3547
const base = `http://localhost:${port}`
const patience = 60_000
const data = mkdtempSync(join(tmpdir(), 'loadpath-firefox-'))
const person = { name: 'Ada Lovelace', email: 'ada@example.org', password: 'a long walk by the sea' }
let server: ChildProcess
let browser: Browser
let page: Page
const errors: string[] = []

function firefox(): string {
  for (const folder of (process.env.PATH ?? '').split(delimiter))
    for (const name of ['firefox-esr', 'firefox']) if (existsSync(join(folder, name))) return join(folder, name)
  throw new Error('Install Firefox first, such as with apt-get install firefox-esr.')
}

beforeAll(async () => {
  server = spawn(process.execPath, ['bin/start.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PORT: String(port), DATA_DIR: data, RATE_LIMITS: 'off', NODE_ENV: 'production' },
  })
  await new Promise<void>((resolve) =>
    server.stdout?.on('data', (chunk: Buffer) => chunk.includes('Ready') && resolve()),
  )
  browser = await launch({ browser: 'firefox', executablePath: firefox(), headless: true })
  page = await browser.newPage()
  page.setDefaultTimeout(patience)
  page.on('pageerror', (error) => errors.push(String(error)))
}, 300_000)

afterAll(async () => {
  await browser?.close()
  server?.kill('SIGTERM')
  rmSync(data, { recursive: true, force: true })
})

/** Presses what the selector finds, once it is there and stands still. */
const press = (selector: string) => page.locator(selector).click()
const type = (selector: string, text: string) => page.locator(selector).fill(text)
const shows = (selector: string) => page.locator(selector).wait()
const path = () => new URL(page.url()).pathname
const isAt = (wanted: RegExp) =>
  page.waitForFunction((source) => new RegExp(source).test(location.pathname), {}, wanted.source)

test('a person goes from the catalogue to a plan of their own, and out again', { timeout: 300_000 }, async () => {
  await page.goto(`${base}/catalogue/scalability/distributed-caching`)
  await press('.rows a[href^="/readings/evcache"]')
  await isAt(/^\/readings\/evcache/)
  const reading = path()

  await press('[data-mark-of] [data-value=done]')
  await press('[role=status] a[href^="/sign-up"]')
  await type('input[name=name]', person.name)
  await type('input[name=email]', person.email)
  await type('input[name=password]', person.password)
  await press('form button.button-main')
  await isAt(/^\/readings\/evcache/)
  expect(path()).toBe(reading)

  await press('[data-mark-of] [data-value=done]')
  await shows('[data-mark-of] [data-value=done][aria-pressed=true]')
  await type('#note textarea, textarea[aria-label=Note]', 'A cache in each zone.')
  await page.waitForFunction(() => document.querySelector('[data-note-state]')?.textContent === 'Saved')

  await page.goto(`${base}/plans/new?template=it-is-slow`)
  await press('form button.button-main')
  await isAt(/^\/plans\/(?!new)[\w-]+$/)
  await page.goto(`${base}/today`)
  await shows('[data-keys=today] .item')

  await page.goto(`${base}/search?q=slow%20mysql`)
  await shows('.rows > li')
  await page.keyboard.down('Control')
  await page.keyboard.press('k')
  await page.keyboard.up('Control')
  await type('dialog[open] input', 'settings')
  await page.keyboard.press('Enter')
  await isAt(/^\/settings$/)
  await press('form[action="/api/auth/signout"] button')
  await isAt(/^\/$/)
  const kept = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('loadpath.')))
  // The clock and the theme are the browser's own.
  expect(kept.filter((key) => !/clock|theme/.test(key))).toEqual([])
  expect(errors).toEqual([])
})
