import { beforeEach, expect, it } from 'vitest'
import type { Viewer } from '#lib/auth/viewer.ts'
import { emptyCard } from '#lib/notes/note.ts'
import { settings } from '#lib/settings.ts'
import { setNote } from '#db/mutations/study/notes.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson } from '#db/testing/people.ts'
import { createReadings } from '#db/testing/readings.ts'
import { getRoom, isNearlyFull } from './person-bytes.ts'

const now = Date.UTC(2026, 2, 2, 12)
let ada: Viewer
let eve: Viewer
beforeEach(async () => {
  await freshDatabase()
  ada = (await createPerson()).viewer
  eve = (await createPerson()).viewer
  createReadings(Array.from({ length: 60 }, (_, index) => `r${index}`))
})

it('a person’s words have room for so many bytes, told before they are full, and nobody else pays for them', async () => {
  Object.assign(settings(), { PERSON_MB: 1 })
  const note = { markdown: 'ä'.repeat(20_000), card: emptyCard, version: 0 }
  let saved = 0
  let warned = 0
  const full = async () => {
    for (; saved < 60; saved++) {
      await setNote(ada, `r${saved}`, note, now + saved)
      if (!warned && isNearlyFull(await getRoom(ada))) warned = saved
    }
  }
  await expect(full()).rejects.toMatchObject({ status: 422, detail: expect.stringContaining('Make room first') })
  const { bytes, mostBytes } = await getRoom(ada)
  expect(bytes).toBeLessThanOrEqual(mostBytes)
  expect(bytes).toBeGreaterThan(mostBytes * 0.9)
  expect(warned).toBeGreaterThan(0)
  expect(warned).toBeLessThan(saved)
  await setNote(eve, 'r0', note, now)
  await expect(setNote(ada, 'r0', { ...note, markdown: '', version: 1 }, now + 9e5)).resolves.toMatchObject({
    markdown: '',
  })
  Object.assign(settings(), { PERSON_MB: 64 })
})
