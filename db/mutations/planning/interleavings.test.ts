import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { Status } from '#lib/marks/status.ts'
import { resolveConflict } from '#lib/notes/note-conflict.ts'
import {
  acknowledged,
  failed,
  fieldsInConflict,
  type NoteSession,
  openSession,
  refreshed,
  refused,
  resolved,
  sent,
  stateOf,
  typed,
} from '#lib/notes/note-session.ts'
import { emptyCard, type Note } from '#lib/notes/note.ts'
import { Problem } from '#lib/problems.ts'
import { getNote, getNoteVersion, listNoteVersions } from '#db/queries/study/notes.ts'
import { listMarks } from '#db/queries/study/marks.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson } from '#db/testing/people.ts'
import { createReadings } from '#db/testing/readings.ts'
import { removeMark, setMark } from '#db/mutations/study/marks.ts'
import { type NoteInput, setNote } from '#db/mutations/study/notes.ts'

/*
 * Two to five devices of one person write at the same time over a bad network: requests vanish on the way there, answers
 * vanish on the way back and are asked for again, and an old request arrives once more. What a device was told is saved
 * must not be gone in the end. The devices run the very code of the editor (`lib/notes/note-session.ts`).
 */

const start = Date.UTC(2026, 2, 2, 12)
const readingIds = ['a', 'b', 'c']

beforeAll(async () => {
  await freshDatabase()
  createReadings(readingIds)
})

const step = fc.record({
  device: fc.nat({ max: 4 }),
  act: fc.constantFrom('type', 'type', 'send', 'send', 'send', 'refresh', 'resolve', 'repeat'),
  fate: fc.constantFrom('arrives', 'arrives', 'arrives', 'request lost', 'answer lost'),
  field: fc.constantFrom('markdown', 'problem', 'choice'),
})

/** What a device gets for a request; null when nothing comes back. */
type Answer = { saved: Note } | { current: Note } | null

async function put(viewer: Viewer, input: NoteInput, fate: string, now: number): Promise<Answer> {
  if (fate === 'request lost') return null
  const answer = await setNote(viewer, 'a', input, now).then(
    (saved): Answer => ({ saved }),
    (error: unknown): Answer => ({ current: (error as Problem).extra.current as Note }),
  )
  return fate === 'answer lost' ? null : answer
}

/** A press on one device; `from`: the moment. */
interface Change {
  readingId: string
  status: Status | null
  at: number
}

const none: Note = { readingId: 'a', markdown: '', card: emptyCard, version: 0, updatedAt: 0 }
const textOf = ({ markdown, card }: NoteSession['text']) => [markdown, ...Object.values(card)].join('\n')

describe('1,000 interleavings of two to five devices', () => {
  it('lose no word of a note', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 5 }),
        fc.array(step, { minLength: 10, maxLength: 50 }),
        async (count, steps) => {
          const { viewer } = await createPerson()
          const devices = Array.from({ length: count }, () => openSession(none, null))
          const requests: NoteInput[] = []
          const told: string[] = []
          let words = 0
          let now = start

          const current = async () => (await getNote(viewer, 'a')) ?? none
          const send = async (index: number, fate: string) => {
            const session = devices[index]
            if (!session || stateOf(session) !== 'unsaved') return
            const input = { ...session.text, version: session.base.version }
            requests.push(input)
            const going = sent(session)
            const answer = await put(viewer, input, fate, ++now)
            if (answer === null) devices[index] = failed(going)
            else if ('saved' in answer) {
              devices[index] = acknowledged(going, answer.saved)
              told.push(textOf(input))
            } else devices[index] = refused(going, answer.current)
          }
          const settle = (index: number) => {
            const session = devices[index]
            if (session?.theirs)
              devices[index] = resolved(session, resolveConflict(session.text, fieldsInConflict(session), {}))
          }

          for (const { device, act, fate, field } of steps) {
            const index = device % count
            const session = devices[index]
            if (!session) continue
            if (act === 'type' && !session.theirs) {
              const word = `w${++words}.`
              const { markdown, card } = session.text
              devices[index] = typed(
                session,
                field === 'markdown'
                  ? { markdown: `${markdown}${word}`, card }
                  : { markdown, card: { ...card, [field]: `${card[field]}${word}` } },
              )
            } else if (act === 'send') await send(index, fate)
            else if (act === 'refresh') devices[index] = refreshed(session, await current())
            else if (act === 'resolve') settle(index)
            else if (act === 'repeat') {
              const old = requests[words % Math.max(1, requests.length)]
              if (old) await put(viewer, old, 'answer lost', ++now)
            }
          }
          // The network is back: each device saves what it has, one after another until all is saved.
          for (let round = 0; round < 4; round++)
            for (let index = 0; index < count; index++)
              for (
                let tries = 0;
                tries < 4 && devices[index] && stateOf(devices[index] as NoteSession) !== 'saved';
                tries++
              ) {
                settle(index)
                await send(index, 'arrives')
              }

          const note = await current()
          for (let word = 1; word <= words; word++) expect(textOf(note)).toContain(`w${word}.`)
          const kept = await Promise.all(
            (await listNoteVersions(viewer, 'a')).map(({ version }) => getNoteVersion(viewer, 'a', version)),
          )
          // Of somebody who types on, not every save is kept, but every word is.
          const texts = kept.map((version) => (version ? textOf(version) : ''))
          for (const word of new Set(told.flatMap((text) => text.match(/w\d+\./g) ?? [])))
            expect(texts.some((text) => text.includes(word))).toBe(true)
        },
      ),
      { numRuns: 1000 },
    )
  }, 120_000)

  it('leave each mark as the press that was made last said, however late the others come in', async () => {
    const markStep = fc.record({
      device: fc.nat({ max: 4 }),
      readingId: fc.constantFrom(...readingIds),
      status: fc.constantFrom<(Status | null)[]>('queued', 'reading', 'done', 'skipped', null),
      fate: fc.constantFrom('arrives', 'arrives', 'request lost', 'answer lost'),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 5 }),
        fc.array(markStep, { minLength: 10, maxLength: 40 }),
        async (count, steps) => {
          const { viewer } = await createPerson()
          // Each device sends one press after another, and each again until it is told that it is saved.
          const queues: Change[][] = Array.from({ length: count }, () => [])
          const last = new Map<string, Status | null>()
          let clock = 0
          const work = async (index: number, fate: string) => {
            const [change] = queues[index] ?? []
            if (!change || fate === 'request lost') return
            const now = start + ++clock
            if (change.status === null) await removeMark(viewer, change.readingId, now, change.at)
            else await setMark(viewer, change.readingId, { status: change.status, at: change.at }, now)
            if (fate === 'arrives') queues[index]?.shift()
          }
          for (const { device, readingId, status, fate } of steps) {
            const index = device % count
            queues[index]?.push({ readingId, status, at: start + ++clock })
            last.set(readingId, status)
            await work(index, fate)
          }
          for (let index = 0; index < count; index++) while (queues[index]?.length) await work(index, 'arrives')

          const marks = new Map((await listMarks(viewer)).map((mark) => [mark.readingId, mark.status]))
          for (const [readingId, status] of last) expect(marks.get(readingId) ?? null).toBe(status)
        },
      ),
      { numRuns: 300 },
    )
  }, 120_000)
})
