import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchOptions, systemChromium } from '../e2e/browser.ts'
import { type Server, startServer } from './server.ts'

// Lighthouse is fetched when this runs: as a dependency it would bring 150 packages into every installation.
const lighthouse = 'lighthouse@13.5.0'

let server: Server
beforeAll(async () => {
  server = await startServer(mkdtempSync(join(tmpdir(), 'loadpath-browser-')))
  // The pages are compressed as well as can be.
  for (let i = 0; i < 3; i++)
    for (const path of ['/', '/catalogue/scalability', '/search?q=kafka', '/readings/common-bottlenecks']) {
      await (await fetch(server.address + path)).arrayBuffer()
      await new Promise((resolve) => setTimeout(resolve, 300))
    }
})
afterAll(() => server.stop())

it.each([
  ['/catalogue/availability/resilience-engineering', 98],
  ['/readings/common-bottlenecks', 98],
  ['/', 96],
  ['/catalogue/scalability', 96],
  ['/search?q=kafka', 96],
])('Lighthouse gives %s at least %i for performance', (path, least) => {
  const file = join(mkdtempSync(join(tmpdir(), 'lighthouse-')), 'report.json')
  const flags = [...(launchOptions().args ?? []), '--headless=new'].join(' ')
  const args = ['--yes', lighthouse, server.address + path, '--quiet', '--only-categories=performance']
  const scores = [0, 1, 2].map(() => {
    const { status, stderr } = spawnSync(
      'npx',
      [...args, '--output=json', `--output-path=${file}`, `--chrome-flags=${flags}`],
      {
        encoding: 'utf8',
        env: { ...process.env, CHROME_PATH: systemChromium() ?? chromium.executablePath() },
      },
    )
    expect(status, stderr).toBe(0)
    const { categories } = JSON.parse(readFileSync(file, 'utf8')) as { categories: { performance: { score: number } } }
    return Math.round(categories.performance.score * 100)
  })
  console.log(`${path}: ${scores.join(', ')}`)
  expect(scores.toSorted((a, b) => a - b)[1]).toBeGreaterThanOrEqual(least)
})

it('the title of a reading is visible within 1.2 s on a slow phone that has nothing yet', async () => {
  const browser = await chromium.launch(launchOptions())
  const times: number[] = []
  try {
    for (let round = 0; round < 5; round++) {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
      const page = await context.newPage()
      const session = await context.newCDPSession(page)
      await session.send('Network.enable')
      await session.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 150,
        downloadThroughput: (1.6e6 / 8) * 0.9,
        uploadThroughput: (750e3 / 8) * 0.9,
      })
      await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
      await page.goto(`${server.address}/readings/common-bottlenecks`, { waitUntil: 'load' })
      times.push(
        await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity),
      )
      expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true)
      await context.close()
    }
  } finally {
    await browser.close()
  }
  const middle = times.toSorted((a, b) => a - b)[2] ?? Infinity
  console.log(`The title is there after ${middle.toFixed(0)} ms`)
  expect(middle).toBeLessThan(1200)
})
