import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { transaction, useDatabase } from '#db/client.ts'
import { openDatabase } from '#db/connect.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { loadCatalogue, readContentFiles } from '#db/mutations/catalogue/load-catalogue.ts'
import { listSections, listTopics } from '#db/queries/catalogue/catalogue.ts'
import { listOrganisations, listTechnologyIds } from '#db/queries/catalogue/organisations.ts'
import { listReadingIds } from '#db/queries/catalogue/readings.ts'
import { say } from '../bin/boot.ts'
import { addMadeReadings } from './made-readings.ts'
import { measureGrowth } from './growth.ts'
import { measureLatency, measureScripts, measureSize } from './measure.ts'
import { searches } from './searches.ts'
import { startServer } from './server.ts'
import { measureSpeed } from './speed.ts'
import { run as measureStudy } from './study.ts'
import { type Figure, formatTable, keeps } from './table.ts'

const figuresFile = 'bench/figures.md'
const kB = 1000

/** Makes a database with the shipped catalogue, filled up to `size` readings, and gives what its pages are. */
async function makeDatabase(folder: string, size: number) {
  const database = openDatabase(join(folder, 'loadpath.db'))
  useDatabase(database)
  await migrateDatabase(database)
  const { readings } = await loadCatalogue(readContentFiles(), Date.now())
  const pages = {
    sections: (await listSections()).map((section) => `/catalogue/${section.id}`),
    topics: (await listTopics()).map((topic) => `/catalogue/${topic.id}`),
    readings: (await listReadingIds()).map((id) => `/readings/${id}`),
    organisations: (await listOrganisations()).map(({ id }) => `/organisations/${id}`),
    technologies: (await listTechnologyIds()).map((id) => `/technologies/${id}`),
  }
  if (size > readings) await transaction((tx) => addMadeReadings(tx, size))
  database.$client.close()
  return pages
}

async function largest(address: string, paths: string[]): Promise<{ path: string; size: number }> {
  const pages = []
  for (const path of paths) pages.push({ path, size: await measureSize(address + path) })
  return pages.toSorted((a, b) => b.size - a.size)[0] ?? { path: '', size: 0 }
}

async function searchFigures(address: string, size: number, limit: number): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const [what, path] of [
    ['API', '/api/v1/readings'],
    ['page', '/search'],
  ] as const) {
    const addresses = searches.map((query) => `${address}${path}?${query}`)
    const { p50, p99, max } = await measureLatency(addresses, 50, 12)
    const note = `${searches.length} searches, 50 times each; p50 ${p50.toFixed(1)}, longest ${max.toFixed(1)}`
    figures.push({
      what: `search, ${what}, ${size.toLocaleString('en')} readings, p99`,
      value: p99,
      limit,
      unit: 'ms',
      note,
    })
  }
  return figures
}

function staticFigure(paths: string[]): Figure {
  const manifest = JSON.parse(readFileSync('.next/prerender-manifest.json', 'utf8')) as {
    routes: Record<string, unknown>
  }
  const built = paths.filter((path) => path in manifest.routes)
  const missing = paths.find((path) => !built.includes(path))
  const note = missing
    ? `not static: ${missing}`
    : 'home, catalogue, sections, topics, readings, organisations, technologies'
  return { what: 'catalogue pages static in the build', value: built.length, limit: paths.length, unit: 'pages', note }
}

const folder = mkdtempSync(join(tmpdir(), 'loadpath-bench-'))
const figures: Figure[] = []
try {
  say('The shipped catalogue: sizes, then searches')
  const pages = await makeDatabase(folder, 0)
  const real = await startServer(folder)
  try {
    const topic = await largest(real.address, pages.topics)
    const section = await largest(real.address, pages.sections)
    figures.push(
      { what: 'largest topic page, HTML gzipped', value: topic.size / kB, limit: 12, unit: 'kB', note: topic.path },
      {
        what: 'largest section page, HTML gzipped',
        value: section.size / kB,
        limit: 45,
        unit: 'kB',
        note: section.path,
      },
    )
    for (const path of ['/catalogue', '/organisations'])
      figures.push({
        what: `${path}, HTML gzipped`,
        value: (await measureSize(real.address + path)) / kB,
        limit: null,
        unit: 'kB',
      })
    for (const [path, limit] of [
      [topic.path, 150],
      ['/search', 152],
    ] as const)
      figures.push({
        what: `first-load JavaScript of ${path}, gzipped`,
        value: (await measureScripts(real.address + path)) / kB,
        limit,
        unit: 'kB',
      })
    figures.push(staticFigure(['/', '/catalogue', '/organisations', ...Object.values(pages).flat()]))
    figures.push(...(await searchFigures(real.address, pages.readings.length, 20)))
  } finally {
    await real.stop()
  }

  say('One person with years of study: a mark, the dashboard')
  figures.push(...(await measureStudy()))

  say('What a request costs, beside nginx and a bare server')
  figures.push(...(await measureSpeed()))

  say('100,000 made readings: searches')
  const large = join(folder, 'large')
  await makeDatabase(large, 100_000)
  const made = await startServer(large)
  try {
    figures.push(...(await searchFigures(made.address, 100_000, 60)))
  } finally {
    await made.stop()
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

say('How cost grows')
const growth = await measureGrowth()

const table = formatTable(figures)
console.log(`\n${table}`)
const [processor] = cpus()
const conditions = `Measured on ${Temporal.Now.plainDateISO('UTC').toString()}, Node ${process.versions.node}, ${cpus().length} × ${processor?.model.trim()}, load ${loadavg()[0]?.toFixed(1)} at the end. Latencies by one client, one request after another; CPU and rates by wrk with 16 connections (pages of a person: one), medians of five interleaved rounds. \`npm run bench\` measures anew.`
writeFileSync(
  figuresFile,
  `# Figures\n\n${conditions}\n\n${table}\n\n## How cost grows\n\n![Cost over size](growth.svg)\n\n${growth}\n`,
)
say(`Written to ${figuresFile}`)
if (!figures.every(keeps)) process.exitCode = 1
