import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

/** Which folders of db import which others, tests and their help left out. */
function arrows(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  const files = globSync('db/**/*.ts').filter((file) => !/\.test\.ts$|testing/.test(file))
  for (const file of files) {
    const from = dirname(file)
    for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/^(?:import|export|\}).* from '([^']+)'/gm)) {
      const target = path.startsWith('#db/') ? path.slice(1) : path.startsWith('.') ? join(from, path) : null
      if (target === null || dirname(target) === from) continue
      found.set(from, (found.get(from) ?? new Set()).add(dirname(target)))
    }
  }
  return found
}

/** A circle through `folder`, as the folders in order; null where there is none. */
function circleFrom(folder: string, all: Map<string, Set<string>>, path: string[] = []): string[] | null {
  if (path.includes(folder)) return [...path.slice(path.indexOf(folder)), folder]
  for (const next of all.get(folder) ?? []) {
    const circle = circleFrom(next, all, [...path, folder])
    if (circle) return circle
  }
  return null
}

test('no folder of db needs one that needs it', () => {
  const all = arrows()
  expect(all.size).toBeGreaterThan(10)
  expect([...all.keys()].map((folder) => circleFrom(folder, all)).filter((circle) => circle !== null)).toEqual([])
})
