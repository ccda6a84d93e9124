import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { count } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { db, useDatabase } from '#db/client.ts'
import { openDatabase } from '#db/connect.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { rateLimits } from '#db/schema/index.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { removeTries, requireTry, returnTry } from './rate-limits.ts'

const limit = { tries: 3, seconds: 60 }
const start = Date.UTC(2026, 2, 1)
const rows = () => db().select({ n: count() }).from(rateLimits).get()?.n

async function tryTimes(times: number, key = 'a', now = start) {
  for (let n = 0; n < times; n++) {
    // oxlint-disable-next-line no-await-in-loop -- one try after the other
    await requireTry(key, limit, now)
  }
}

beforeEach(async () => {
  await freshDatabase()
})

test('the fourth of three tries waits until the first is a minute old, and then goes', async () => {
  await tryTimes(3)
  await expect(tryTimes(1, 'a', start + 20_000)).rejects.toMatchObject({
    status: 429,
    extra: { retryAfterSeconds: 40 },
  })
  await tryTimes(3, 'a', start + 60_000)
})

test('no turn of the clock lets twice as many through: any minute holds three tries', async () => {
  await tryTimes(1)
  await tryTimes(2, 'a', start + 59_000)
  await tryTimes(1, 'a', start + 60_000)
  await expect(tryTimes(1, 'a', start + 61_000)).rejects.toMatchObject({ extra: { retryAfterSeconds: 58 } })
  await expect(tryTimes(1, 'a', start + 118_999)).rejects.toMatchObject({ status: 429 })
  await tryTimes(2, 'a', start + 119_000)
})

test('one who waits does not make another wait', async () => {
  await tryTimes(3)
  await tryTimes(3, 'b')
})

test('tries that ended well are forgotten', async () => {
  await tryTimes(3)
  await removeTries('a')
  await tryTimes(3)
})

test('a try that ended well is given back, and the others still count', async () => {
  await tryTimes(2, 'a', start - 10_000)
  await tryTimes(1)
  await returnTry('a')
  await tryTimes(1)
  await expect(tryTimes(1)).rejects.toMatchObject({ status: 429 })
})

test('counters older than a day go', async () => {
  await tryTimes(1)
  await tryTimes(1, 'b', start + 23 * 60 * 60_000)
  expect(rows()).toBe(2)
  await tryTimes(1, 'c', start + 25 * 60 * 60_000)
  expect(rows()).toBe(2)
})

test('a restart of the server forgets no try', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'loadpath-limits-'))
  try {
    const first = openDatabase(join(folder, 'loadpath.db'))
    await migrateDatabase(first)
    useDatabase(first)
    await tryTimes(3)
    first.$client.close()
    const second = openDatabase(join(folder, 'loadpath.db'))
    useDatabase(second)
    await expect(tryTimes(1)).rejects.toMatchObject({ status: 429 })
    second.$client.close()
  } finally {
    rmSync(folder, { recursive: true })
  }
})
