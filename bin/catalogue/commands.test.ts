import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { loadCatalogue } from '#db/mutations/catalogue/load-catalogue.ts'
import { getCatalogueState } from '#db/queries/catalogue/catalogue-state.ts'
import { getLinkCounts } from '#db/queries/catalogue/link-checks.ts'
import { getReading } from '#db/queries/catalogue/readings.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { type NaughtyServer, naughtyServer, status, testManners, tools } from '#lib/link-checks/server.testing.ts'
import { changesCommand, undoCommand } from './changes.ts'
import { checkLinks } from './check-links.ts'
import { importCommand } from './import.ts'

let folder = ''
let printed: string[] = []
const now = Date.UTC(2026, 1, 1)
const content = (host: string) => [
  {
    name: 'a.yaml',
    text: `section: talk\ntitle: Talk\nposition: 1\nreadings:\n${['one', 'two', 'three', 'four']
      .map(
        (id) =>
          `  - { id: ${id}, title: ${id === 'three' ? 'Zebra' : `Talk number ${id}`}, url: '${host}/${id}', medium: article, listedOn: 2018-01-01 }`,
      )
      .join('\n')}\n`,
  },
]
const file = (text: string) => {
  const path = join(folder, 'README.md')
  writeFileSync(path, text)
  return path
}
const said = async (work: Promise<void>) => {
  printed = []
  await work
  return printed.join('\n')
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'loadpath-'))
  vi.spyOn(console, 'log').mockImplementation((line = '') => void printed.push(String(line)))
  await freshDatabase()
})
afterEach(() => {
  rmSync(folder, { recursive: true })
  vi.restoreAllMocks()
})

describe('npm run catalogue -- import', () => {
  const list = `## Talk
* [Talk number one](https://x.org/one)
* [The talk number two](https://y.org/2)
* [Something quite new](https://x.org/new)
* [Talk number four](https://x.org/4)
`

  test('shows what would change and changes nothing, until it is told to apply it; then undo takes it back', async () => {
    await loadCatalogue(content('https://x.org'), now)
    const path = file(list)
    const shown = await said(importCommand([path]))
    expect(shown).toContain('README.md is an edition of the catalogue')
    expect(shown).toMatch(/New \(1\)\n +something-quite-new +Something quite new +Talk/)
    expect(shown).toMatch(/New address \(1\)\n +four +https:\/\/x\.org\/four +-> https:\/\/x\.org\/4/)
    expect(shown).toMatch(/Gone from the list \(1\)\n +three/)
    expect(shown).toMatch(/Doubtful \(1\)/)
    expect(shown).toContain('Nothing is changed yet')
    expect((await getCatalogueState())?.revision).toBe(1)

    expect(await said(importCommand([path, '--apply', '--same', '1']))).toContain('5 changes made')
    expect(await getReading('two')).toMatchObject({
      url: 'https://y.org/2',
      formerUrls: ['https://x.org/two'],
      title: 'Talk number two',
    })
    expect(await said(importCommand([path, '--apply']))).toContain('Nothing to change.')
    expect(await said(changesCommand([]))).toMatch(/import .*1 added.* README\.md/)
    expect(await said(undoCommand([]))).toContain('Undone: README.md')
    await expect(undoCommand([])).rejects.toThrow('There is nothing to undo.')
    expect(await getReading('two')).toMatchObject({ url: 'https://x.org/two', title: 'Talk number two' })
  })

  test('leaves out what it is told to', async () => {
    await loadCatalogue(content('https://x.org'), now)
    await said(importCommand([file(list), '--apply', '--without', 'delisted,added', '--skip', 'four']))
    expect((await getReading('three'))?.delistedOn).toBeNull()
    expect((await getReading('four'))?.url).toBe('https://x.org/four')
  })

  test.each([
    [[], 'Name one file'],
    [['/nowhere.md'], 'cannot be read'],
    [['--colour'], 'Unknown option'],
    [['FILE', '--same', '9'], 'no doubtful one with the number 9'],
    [['FILE', '--without', 'blue'], 'no kind of change'],
  ])('with %j says in one sentence what is wrong', async (args, words) => {
    await loadCatalogue(content('https://x.org'), now)
    const path = file(list)
    await expect(importCommand(args.map((arg) => (arg === 'FILE' ? path : arg)))).rejects.toThrow(words)
  })
})

describe('npm run catalogue -- check-links', () => {
  let server: NaughtyServer
  afterEach(() => server.close())

  test('looks at every address once, records it with the day, and has the pages show it', async () => {
    server = await naughtyServer({
      '/two': status(404),
      '/three': status(301, { location: '/3' }),
      '/four': status(403),
    })
    await loadCatalogue(content(server.url), now)
    const progress: string[] = []
    const run = {
      all: false,
      tools: tools(),
      manners: testManners,
      onProgress: (done: number, found: string) => progress.push(`${done}: ${found}`),
    }
    expect(await checkLinks(run)).toEqual({ ended: 'done', due: 4 })
    expect(await getLinkCounts('console')).toMatchObject({ alive: 1, moved: 1, dead: 0, unknown: 2, unchecked: 0 })
    expect((await getReading('three'))?.link).toMatchObject({ status: 'moved', location: `${server.url}/3` })
    expect(progress.at(-1)).toBe('4: 1 alive, 1 moved, 0 dead, 2 unknown')
    expect((await getCatalogueState())?.revision).toBe(2)
    expect(await checkLinks(run)).toEqual({ ended: 'done', due: 0 })
    expect((await getCatalogueState())?.revision).toBe(2)
  })

  test('is dead only after a second day of failing', async () => {
    server = await naughtyServer({ '/two': status(404) })
    await loadCatalogue(content(server.url), now)
    const day = (n: number) => {
      const given = tools()
      return { all: false, tools: { ...given, now: () => given.now() + n * 86_400_000 }, manners: testManners }
    }
    await checkLinks(day(0))
    expect((await getReading('two'))?.link?.status).toBe('unknown')
    expect(await checkLinks(day(1))).toEqual({ ended: 'done', due: 1 })
    expect((await getReading('two'))?.link?.status).toBe('dead')
  })

  test('stopped halfway keeps what it found, and goes on from there', async () => {
    server = await naughtyServer({})
    await loadCatalogue(content(server.url), now)
    const stop = new AbortController()
    const onProgress = (done: number) => done === 2 && stop.abort()
    expect(
      await checkLinks({ all: false, tools: tools(), manners: testManners, signal: stop.signal, onProgress }),
    ).toMatchObject({ ended: 'stopped' })
    expect(await getLinkCounts('console')).toMatchObject({ alive: 2, unchecked: 2 })
    expect(await checkLinks({ all: false, tools: tools(), manners: testManners })).toEqual({ ended: 'done', due: 2 })
  })

  test('without a network records nothing', async () => {
    server = await naughtyServer({})
    await loadCatalogue(content(server.url), now)
    await server.close()
    const run = { all: false, tools: tools(), manners: { ...testManners, retries: 0 }, isOnline: async () => false }
    expect(await checkLinks(run)).toMatchObject({ ended: 'offline' })
    expect(await getLinkCounts('console')).toMatchObject({ unchecked: 4 })
    expect((await getCatalogueState())?.revision).toBe(1)
  })
})
