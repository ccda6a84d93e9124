import { beforeEach, expect, it } from 'vitest'
import type { Viewer } from '#lib/auth/viewer.ts'
import { emptyCard } from '#lib/notes/note.ts'
import { getNote, listNoteVersions } from '#db/queries/study/notes.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson } from '#db/testing/people.ts'
import { createReadings } from '#db/testing/readings.ts'
import { setNote } from './notes.ts'

const begin = Date.UTC(2026, 2, 2, 12)
const second = 1000
let ada: Viewer
beforeEach(async () => {
  await freshDatabase()
  ada = (await createPerson()).viewer
  createReadings(['caching'])
})

async function save(markdown: string, at: number): Promise<void> {
  const { version = 0 } = (await getNote(ada, 'caching')) ?? {}
  await setNote(ada, 'caching', { markdown, card: emptyCard, version }, begin + at)
}

it('an hour of typing leaves a version every few minutes, and the text as it is', async () => {
  let text = 'They cache each timeline.'
  for (let at = 0; at < 3600; at += 5) {
    text += ` Word ${at}.`
    await save(text, at * second)
  }
  const versions = await listNoteVersions(ada, 'caching')
  expect(versions.length).toBeGreaterThan(8)
  expect(versions.length).toBeLessThan(20)
  expect(versions[0]?.length).toBe(text.length)
  expect((await getNote(ada, 'caching'))?.markdown).toBe(text)
})

it('what is written over or deleted within a minute can still be had back', async () => {
  await save('one thought', 0)
  await save('one thought, and the second one that took an hour to find', 10 * second)
  await save('', 20 * second)
  await save('something else altogether', 30 * second)
  const lengths = (await listNoteVersions(ada, 'caching')).map((version) => version.length)
  expect(lengths).toContain('one thought, and the second one that took an hour to find'.length)
})

it('1,400 saves of one long note take no more room than a few of them', async () => {
  const text = 'What they measured, and what it cost them. '.repeat(1000)
  for (let time = 0; time < 300; time++) await save(`${text}${'.'.repeat(time)}`, time * 16)
  expect(await listNoteVersions(ada, 'caching')).toHaveLength(2)
})
