import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { systemChromium } from '../e2e/browser.ts'
import { say } from './boot.ts'

const reports = 'test-results/reports'
const data = 'test-results/data'

/** Runs a command; a failure ends the whole run with its exit code. */
function step(name: string, command: string, args: string[], env: Record<string, string> = {}): void {
  const started = Date.now()
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } })
  if (status !== 0) {
    say(`${name}: failed`)
    closingLine()
    process.exit(status ?? 1)
  }
  say(`${name}: passed in ${Math.round((Date.now() - started) / 1000)} s`)
}

/** Playwright's own browser cannot be had everywhere; a system's Chromium does as well. */
function ensureBrowser(): void {
  if (systemChromium() !== null || existsSync(chromium.executablePath())) return
  say('No Chromium found: installing one for the browser tests')
  const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli')
  const ways: [string, string[]][] = [
    [process.execPath, [playwright, 'install', '--with-deps', 'chromium']],
    [process.execPath, [playwright, 'install', 'chromium']],
    ['apt-get', ['update']],
    ['apt-get', ['install', '-y', '--no-install-recommends', 'chromium']],
  ]
  for (const [command, args] of ways) {
    spawnSync(command, args, { stdio: 'inherit', timeout: 300_000 })
    if (systemChromium() !== null || existsSync(chromium.executablePath())) return
  }
  say('No Chromium could be installed. Install Chromium or Google Chrome and run the tests again.')
  process.exit(1)
}

interface VitestReport {
  numPassedTests: number
  numFailedTests: number
}
interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number }
}

function report<T>(file: string): T | null {
  const path = join(reports, file)
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : null
}

/** One line for whoever reads only the end. */
function closingLine(): void {
  const unit = report<VitestReport>('unit.json')
  const browser = report<PlaywrightReport>('browser.json')
  const flaky = browser?.stats.flaky ?? 0
  const passed = (unit?.numPassedTests ?? 0) + (browser?.stats.expected ?? 0) + flaky
  const failed = (unit?.numFailedTests ?? 0) + (browser?.stats.unexpected ?? 0)
  if (flaky > 0) console.log(`${flaky} of the browser tests passed at the second try alone`)
  console.log(`${passed} passed, ${failed} failed`)
}

rmSync('test-results', { recursive: true, force: true })
mkdirSync(reports, { recursive: true })
ensureBrowser()
step('Lint', 'oxlint', ['--deny-warnings'])
step('Format', 'oxfmt', ['--check'])
step('Route types', 'next', ['typegen'], { NEXT_TELEMETRY_DISABLED: '1' })
step('Types', 'tsc', ['--noEmit'])
step('Unit tests', 'vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${reports}/unit.json`])
step('Production build', process.execPath, ['bin/build.ts'], { DATA_DIR: data })
step('Browser tests', 'playwright', ['test'], { E2E_DATA_DIR: data, E2E_REPORT: `${reports}/browser.json` })
closingLine()
