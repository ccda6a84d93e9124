import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { useDatabase } from '#db/client.ts'
import { openDatabase } from '#db/connect.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { requireReset } from '#db/mutations/accounts/password-resets.ts'
import { createPerson } from '#db/testing/people.ts'

let folder: string
let database: ReturnType<typeof openDatabase>

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'loadpath-people-'))
  database = openDatabase(join(folder, 'loadpath.db'))
  await migrateDatabase(database)
  useDatabase(database)
  await createPerson({ name: 'Ada', email: 'ada@example.org', role: 'admin' }, Date.now() - 1000)
  await createPerson({ name: 'Bob', email: 'bob@example.org' })
})
afterEach(() => {
  database.$client.close()
  rmSync(folder, { recursive: true })
})

/** Runs the command as somebody at the machine does. */
function people(...given: string[]) {
  const env = { ...process.env, DATA_DIR: folder, PUBLIC_URL: 'https://read.example.org' }
  const { stdout, stderr, status } = spawnSync(process.execPath, ['bin/people.ts', ...given], { env, encoding: 'utf8' })
  return { out: stdout, error: stderr, status }
}

test('whoever sits at the machine lets somebody in again who forgot their password', async () => {
  const { out } = people('reset', 'Bob@Example.org')
  const token = /https:\/\/read\.example\.org\/reset#([\w-]{43})/.exec(out)![1]!
  expect(await requireReset(token, Date.now())).toMatchObject({ email: 'bob@example.org' })
  expect(people('reset', 'nobody@example.org')).toMatchObject({ status: 1, out: '' })
})

test('the only admin is not disabled from the machine, and is once there is another', () => {
  expect(people('disable', 'ada@example.org')).toMatchObject({ status: 1 })
  expect(people('make-admin', 'bob@example.org').status).toBe(0)
  expect(people('disable', 'ada@example.org').status).toBe(0)
  expect(people('list').out).toBe('ada@example.org\tAda\tadmin\tdisabled\nbob@example.org\tBob\tadmin\n')
})
