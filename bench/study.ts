import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PUT } from '#app/api/v1/marks/[readingId]/route.ts'
import { requestOf } from '#app/_server/call.testing.ts'
import { useDatabase } from '#db/client.ts'
import { openDatabase } from '#db/connect.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { loadCatalogue, readContentFiles } from '#db/mutations/catalogue/load-catalogue.ts'
import { createSession } from '#db/mutations/accounts/sessions.ts'
import { listReadingIds } from '#db/queries/catalogue/readings.ts'
import { getViewerBySession } from '#db/queries/accounts/sessions.ts'
import { createPerson } from '#db/testing/people.ts'
import { createStudy } from '#db/testing/study.ts'
import { measureLatency, measureScripts } from './measure.ts'
import { startServer } from './server.ts'
import type { Figure } from './table.ts'

const kB = 1000
const amount = { marks: 1066, notes: 500, days: 3 * 365 }

/** What one's own study costs: a mark through all of the server's code, and the pages of a person who did everything. */
export async function run(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'loadpath-bench-study-'))
  try {
    const figures = [await markFigure(folder)]
    const server = await startServer(folder)
    try {
      return [...figures, ...(await pageFigures(folder, server.address))]
    } finally {
      await server.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** CPU of this process for a mark from request to answer: session, schema, transaction, and the answer as text. */
export async function markFigure(folder: string): Promise<Figure> {
  const database = openDatabase(join(folder, 'loadpath.db'))
  useDatabase(database)
  await migrateDatabase(database)
  await loadCatalogue(readContentFiles(), Date.now())
  const person = await createPerson()
  const ids = await listReadingIds()
  const times: number[] = []
  for (let round = 0; round < 4; round++)
    for (const readingId of ids) {
      const status = round % 2 === 0 ? 'done' : 'reading'
      const request = await requestOf({ as: person, method: 'PUT', body: { status } })
      const before = process.cpuUsage()
      const answer = await PUT(request, { params: Promise.resolve({ readingId }) })
      await answer.text()
      const { user, system } = process.cpuUsage(before)
      if (answer.status !== 200) throw new Error(`A mark was answered with ${answer.status}`)
      if (round > 0) times.push((user + system) / 1000)
    }
  database.$client.close()
  const value = times.reduce((sum, time) => sum + time, 0) / times.length
  const note = `mean of ${times.length.toLocaleString('en')}, by a person with up to 1,066 marks`
  return { what: 'a mark through the whole stack, server CPU', value, limit: 1.2, unit: 'ms', note }
}

async function pageFigures(folder: string, address: string): Promise<Figure[]> {
  const cookie = await signUp(folder, address)
  const figures: Figure[] = []
  for (const [path, limit] of [
    ['/dashboard', 50],
    ['/notes', null],
    ['/lists', null],
  ] as const) {
    const { p50, p99 } = await measureLatency([address + path], 60, 15, { cookie })
    const note = `1,066 marks, 500 notes, three years; p50 ${p50.toFixed(1)}, p99 ${p99.toFixed(1)}`
    figures.push({ what: `${path}, whole page, p50`, value: p50, limit, unit: 'ms', note })
  }
  for (const path of ['/dashboard', '/notes', '/lists']) {
    const value = (await measureScripts(address + path, { cookie })) / kB
    figures.push({ what: `first-load JavaScript of ${path}, gzipped`, value, limit: 165, unit: 'kB' })
  }
  return figures
}

/** Signs somebody up on the server, and gives them years of study straight in its database. */
export async function signUp(folder: string, address: string, study = amount): Promise<string> {
  const person = { name: 'Ada', email: 'ada@example.org', password: 'correct horse battery 99' }
  const json = { 'content-type': 'application/json' }
  const made = await fetch(`${address}/api/v1/users`, { method: 'POST', headers: json, body: JSON.stringify(person) })
  const { id } = (await made.json()) as { id: string }
  const signedIn = await fetch(`${address}/api/auth/callback/credentials`, {
    method: 'POST',
    headers: { ...json, 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify(person),
  })
  const database = openDatabase(join(folder, 'loadpath.db'))
  useDatabase(database)
  const now = Date.now()
  const viewer = await getViewerBySession(await createSession(id, 'bench', now), now)
  if (!viewer) throw new Error('Nobody is signed in')
  createStudy(viewer, study, now)
  database.$client.close()
  return signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
}
