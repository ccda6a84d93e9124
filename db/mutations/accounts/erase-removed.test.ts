import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { db, useDatabase } from '#db/client.ts'
import { openDatabase } from '#db/connect.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { getViewerBySession } from '#db/queries/accounts/sessions.ts'
import { createPerson } from '#db/testing/people.ts'
import { fillTables } from '#db/testing/fill-tables.ts'
import { removeUser } from './accounts.ts'
import { eraseRemoved } from './erase-removed.ts'

const canary = 'canary7f3a'

it('a deleted account is hidden at once, and then found in no table and nowhere in the file; others keep theirs', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'loadpath-erase-')), 'loadpath.db')
  const database = openDatabase(file)
  await migrateDatabase(database)
  useDatabase(database)
  const { $client } = database
  const ada = await createPerson({ id: 'person-ada', name: `${canary} Ada`, email: `${canary}@example.org` })
  const tables = fillTables($client, 'person-ada', canary)
  const eve = await createPerson({ id: 'person-eve', name: 'Eve' })
  $client.exec(
    "insert into notes select 'person-eve', reading_id, 'words of eve', problem, numbers, choice, trade_off, use_when, version, created_at, updated_at from notes",
  )

  await removeUser(ada.viewer)
  expect(await getViewerBySession(ada.sessionId, Date.now())).toBeNull()
  expect(await eraseRemoved()).toBe(1)

  const rows = (name: string) => $client.prepare(`select * from "${name}"`).all()
  const withPerson = tables.filter((name) => JSON.stringify(rows(name)).includes('person-ada'))
  expect(withPerson).toEqual([])
  expect(rows('notes')).toMatchObject([{ user_id: 'person-eve', markdown: 'words of eve' }])
  expect((await getViewerBySession(eve.sessionId, Date.now()))?.name).toBe('Eve')
  for (const name of [file, `${file}-wal`]) expect(readFileSync(name).includes(`${canary} Ada`), name).toBe(false)
  expect(db().$client.pragma('integrity_check', { simple: true })).toBe('ok')
})

it('hundreds of rows go some at a time, and an erasure that was broken off is ended by the next', async () => {
  const database = openDatabase(':memory:')
  await migrateDatabase(database)
  useDatabase(database)
  const ada = await createPerson({ id: 'person-ada' })
  const add = database.$client.prepare(
    "insert into study_events (id, user_id, kind, minutes, day, at) values (?, 'person-ada', 'done', 1, '2026-03-02', 0)",
  )
  for (let at = 0; at < 1001; at++) add.run(`event-${at}`)
  await removeUser(ada.viewer)
  expect(await eraseRemoved()).toBe(1)
  expect(database.$client.prepare('select count(*) from study_events').pluck().get()).toBe(0)
  expect(await eraseRemoved()).toBe(0)
})
