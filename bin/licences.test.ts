import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

interface Package {
  license?: string
  dev?: boolean
}

/** What a package may be licensed under to be used here: nothing that asks for our own source. */
const allowed = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'PSF-2.0',
  'CC-BY-4.0',
  'OFL-1.1',
  'CC0-1.0',
  'Unlicense',
])

/** Of what only builds and tests, and is never passed on. */
const allowedInDevelopment = new Set(['MPL-2.0'])

/** Binaries of the picture library that Next can use and this program switches off: linked to, not changed. */
const imageLibrary = /^node_modules\/@img\/sharp-/

/**
 * Lays out diagrams (EPL-2.0), and reads calendars (MPL-2.0). Both licences ask for the source of the library itself
 * alone: they are passed on unchanged, and NOTICE says where their source is.
 */
const unchanged = ['node_modules/elkjs', 'node_modules/ical.js']

const isAllowed = (licence: string, from: Set<string>) =>
  licence.split(' AND ').every((one) => one.split(' OR ').some((choice) => from.has(choice.replaceAll(/[()]/g, ''))))

test('every package that is installed is under a licence that is allowed here', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Package> }
  const development = new Set([...allowed, ...allowedInDevelopment])
  const others = Object.entries(lock.packages)
    .filter(([path]) => path !== '' && !unchanged.includes(path) && !imageLibrary.test(path))
    .filter(([, { license = 'none', dev }]) => !isAllowed(license, dev ? development : allowed))
    .map(([path, { license }]) => `${path}: ${license ?? 'none'}`)
  expect(others).toEqual([])
})
