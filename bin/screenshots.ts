import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawn } from 'node:child_process'
import { chromium, type Page } from '@playwright/test'
import { Temporal } from 'temporal-polyfill'
import { launchOptions } from '../e2e/browser.ts'
import { say } from './boot.ts'

// Makes the pictures of the README: a fresh server, a person who has studied for a while, two pages.
const folder = 'public/screenshots'
const port = '3987'
const address = `http://localhost:${port}`

const server = spawn(process.execPath, ['bin/start.ts'], {
  env: { ...process.env, PORT: port, DATA_DIR: mkdtempSync(join(tmpdir(), 'loadpath-pictures-')), RATE_LIMITS: 'off' },
  stdio: ['ignore', 'pipe', 'inherit'],
})
await new Promise<void>((resolve) => server.stdout.on('data', (chunk: Buffer) => chunk.includes('Ready') && resolve()))
const browser = await chromium.launch(launchOptions())
const context = await browser.newContext({
  baseURL: address,
  viewport: { width: 1180, height: 760 },
  deviceScaleFactor: 2,
  colorScheme: 'light',
})
const { request } = context
const headers = { origin: address }

const person = { name: 'Ada Lovelace', email: 'ada@example.org', password: 'a long walk by the sea' }
await request.post('/api/v1/users', { data: person })
const { csrfToken } = (await (await request.get('/api/auth/csrf')).json()) as { csrfToken: string }
await request.post('/api/auth/callback/credentials', {
  headers,
  form: { ...person, csrfToken, json: 'true', callbackUrl: '/' },
})

const topic = (await (await request.get('/api/v1/readings?topic=scalability/distributed-caching&limit=50')).json()) as {
  items: { id: string }[]
}
const pattern = ['done', 'done', 'done', 'reading', 'done', 'queued', null, 'done', 'queued', null, 'skipped'] as const
for (const [index, { id }] of topic.items.entries()) {
  const status = pattern[index % pattern.length]
  if (status) await request.put(`/api/v1/marks/${id}`, { headers, data: { status } })
}
const today = Temporal.Now.plainDateISO('UTC')
await request.post('/api/v1/plans', {
  headers,
  data: {
    templateId: 'system-design-interview-4-weeks',
    title: 'System design interview',
    startDate: today.toString(),
    targetDate: today.add({ days: 34 }).toString(),
    weekdayMinutes: [60, 60, 60, 60, 60, 45, 45],
    daysOff: [],
    timeZone: 'UTC',
  },
})

mkdirSync(folder, { recursive: true })
const page = await context.newPage()
await picture(page, '/today', 'today')
await picture(page, '/catalogue/scalability/distributed-caching', 'topic')
await browser.close()
server.kill('SIGTERM')

async function picture(page: Page, path: string, name: string): Promise<void> {
  await page.goto(path)
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: join(folder, `${name}.png`) })
  say(`${folder}/${name}.png`)
}
