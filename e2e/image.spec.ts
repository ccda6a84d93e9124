import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, lstatSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { startServer } from './own-server.ts'

const nobody = 65_534

test('what the image is made of is small, and runs for an account that may write the data folder alone', async ({
  request,
}) => {
  test.setTimeout(180_000)
  const parent = mkdtempSync(join(tmpdir(), 'loadpath image '))
  const folder = join(parent, 'app')
  const made = spawnSync(process.execPath, ['bin/run.mjs', 'assemble', folder], { encoding: 'utf8' })
  expect(made.stderr + made.stdout).toContain('Assembled')
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const bytes = files.reduce((sum, entry) => sum + lstatSync(join(entry.parentPath, entry.name)).size, 0)
  expect(bytes).toBeLessThan(350e6)
  expect(files.filter(({ name }) => /loadpath\.db|^secret$|\.test\.ts$/.test(name))).toEqual([])

  const data = mkdtempSync(join(parent, 'data-'))
  const asRoot = process.getuid?.() === 0
  if (asRoot) {
    chmodSync(parent, 0o755)
    chownSync(data, nobody, nobody)
  } else {
    // Whoever made the folder may write it: taken away from them too.
    for (const entry of files) chmodSync(join(entry.parentPath, entry.name), 0o444)
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
      if (entry.isDirectory()) chmodSync(join(entry.parentPath, entry.name), 0o555)
  }
  const server = await startServer(data, undefined, { cwd: folder, ...(asRoot && { uid: nobody }) })
  try {
    expect(server.output()).toContain('Catalogue loaded')
    for (const path of ['/', '/catalogue', '/readings/common-bottlenecks', '/search?q=kafka', '/sign-in', '/icon.svg'])
      expect((await request.get(server.address + path)).status(), path).toBe(200)
    const person = { name: 'Ada', email: 'ada@example.org', password: 'a long walk by the sea' }
    expect((await request.post(`${server.address}/api/v1/users`, { data: person })).status()).toBe(201)
    if (asRoot) expect(lstatSync(join(data, 'loadpath.db')).uid).toBe(nobody)
  } finally {
    expect(await server.stop()).toBe(0)
  }
  // Nothing is left in a second file.
  expect(readdirSync(data).filter((name) => name.startsWith('loadpath.db'))).toEqual(['loadpath.db'])
})

test('the steps of the Dockerfile are scripts of package.json', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
  const used = [
    ...readFileSync('Dockerfile', 'utf8')
      .replaceAll(/^#.*$/gm, '')
      .matchAll(/npm run (\w+)/g),
  ].map(([, name = '']) => name)
  expect(used).toEqual(['build', 'assemble'])
  for (const name of used) expect(scripts).toHaveProperty(name)
})
