import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { emptyCard, type Note, type NoteText } from '#lib/notes/note.ts'
import { type Draft, stateOf } from '#lib/notes/note-session.ts'
import { ApiError } from './api.ts'
import { createNoteWriter } from './note-writer.ts'

const text = (markdown: string): NoteText => ({ markdown, card: emptyCard })
const note = (markdown: string, version: number): Note => ({
  ...text(markdown),
  readingId: 'a',
  version,
  updatedAt: version,
})

let answers: ((input: NoteText & { version: number }) => Note)[]
let sent: (NoteText & { version: number })[]
let kept: Draft | null
const save = (input: NoteText & { version: number }) => note(input.markdown, input.version + 1)
const offline = (): Note => {
  throw new TypeError('Failed to fetch')
}

function writer() {
  return createNoteWriter({
    put: async (input) => {
      sent.push(input)
      return (answers.shift() ?? save)(input)
    },
    keep: (draft) => (kept = draft),
  })
}

beforeEach(() => {
  vi.useFakeTimers()
  answers = []
  sent = []
  kept = null
})
afterEach(() => vi.useRealTimers())

const state = (one: ReturnType<typeof writer>) => {
  const { session } = one.snapshot()
  return session && stateOf(session)
}

describe('a note that saves itself', () => {
  it('waits for a pause of the keys, and keeps a draft meanwhile', async () => {
    const one = writer()
    one.open(note('', 0))
    one.type(text('a'))
    await vi.advanceTimersByTimeAsync(500)
    one.type(text('ab'))
    expect(kept?.text.markdown).toBe('ab')
    await vi.advanceTimersByTimeAsync(700)
    expect(sent).toEqual([])
    await vi.advanceTimersByTimeAsync(200)
    expect(sent).toEqual([{ ...text('ab'), version: 0 }])
    expect(state(one)).toBe('saved')
    expect(kept).toBeNull()
  })

  it('does not wait longer than five seconds for somebody who types on', async () => {
    const one = writer()
    one.open(note('', 0))
    for (let n = 1; n <= 14; n++) {
      one.type(text('a'.repeat(n)))
      await vi.advanceTimersByTimeAsync(400)
    }
    expect(sent).toHaveLength(1)
  })

  it('never has two saves on their way: the second goes when the first has come back', async () => {
    let answer = (_note: Note) => {}
    sent = []
    const one = createNoteWriter({
      put: (input) => {
        sent.push(input)
        return new Promise((resolve) => (answer = resolve))
      },
      keep: () => {},
    })
    one.open(note('', 0))
    one.type(text('a'))
    one.save()
    one.type(text('ab'))
    one.save()
    await vi.advanceTimersByTimeAsync(3000)
    expect(sent).toHaveLength(1)
    answer(note('a', 1))
    await vi.advanceTimersByTimeAsync(1000)
    expect(sent).toEqual([
      { ...text('a'), version: 0 },
      { ...text('ab'), version: 1 },
    ])
  })

  it('says so when there is no network, keeps the words, and saves when there is', async () => {
    answers = [offline, offline]
    const one = writer()
    one.open(note('', 0))
    one.type(text('a'))
    await vi.advanceTimersByTimeAsync(1000)
    expect(state(one)).toBe('unsaved')
    expect(one.snapshot().trouble).toMatch(/no way to the server/)
    expect(kept?.text.markdown).toBe('a')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(sent).toHaveLength(3)
    expect(state(one)).toBe('saved')
    expect(one.snapshot().trouble).toBeNull()
  })

  it('does not knock on where the server refused, until the person types', async () => {
    answers = [
      () => {
        throw new ApiError(401, {})
      },
    ]
    const one = writer()
    one.open(note('', 0))
    one.type(text('a'))
    await vi.advanceTimersByTimeAsync(120_000)
    expect(sent).toHaveLength(1)
    expect(one.snapshot().trouble).toMatch(/signed out/)
    expect(kept?.text.markdown).toBe('a')
  })

  it('stops at a conflict until the person chose, and then writes on the newer version', async () => {
    answers = [
      () => {
        throw new ApiError(409, { current: note('theirs', 7) })
      },
    ]
    const one = writer()
    one.open(note('', 0))
    one.type(text('mine'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(state(one)).toBe('conflict')
    expect(sent).toHaveLength(1)
    one.resolve(text('theirs and mine'))
    await vi.advanceTimersByTimeAsync(1)
    expect(sent.at(-1)).toEqual({ ...text('theirs and mine'), version: 7 })
    expect(state(one)).toBe('saved')
  })

  it('saves what is given up in a conflict before what is kept, so that the history has both', async () => {
    answers = [
      () => {
        throw new ApiError(409, { current: note('theirs', 7) })
      },
    ]
    const one = writer()
    one.open(note('', 0))
    one.type(text('mine'))
    await vi.advanceTimersByTimeAsync(60_000)
    one.resolve(text('theirs'))
    await vi.advanceTimersByTimeAsync(2000)
    expect(sent.slice(1)).toEqual([
      { ...text('mine'), version: 7 },
      { ...text('theirs'), version: 8 },
    ])
    expect(one.snapshot().session?.base.markdown).toBe('theirs')
    expect(state(one)).toBe('saved')
    expect(kept).toBeNull()
  })

  it('keeps what is too long whole in the browser, says by how much, and saves it once it fits', async () => {
    const one = writer()
    one.open(note('', 0))
    one.type(text('a'.repeat(55_007)))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sent).toEqual([])
    expect(one.snapshot().trouble).toContain('5,007 characters too many: 50,000 fit')
    expect(kept?.text.markdown).toHaveLength(55_007)
    expect(state(one)).toBe('unsaved')
    one.type(text('a'.repeat(50_000)))
    await vi.advanceTimersByTimeAsync(5000)
    expect(sent).toHaveLength(1)
    expect(one.snapshot().trouble).toBeNull()
  })

  it('saves what a crashed tab left, as soon as it is opened', async () => {
    const one = writer()
    one.open(note('a', 1), { base: note('a', 1), text: text('a draft') })
    await vi.advanceTimersByTimeAsync(1)
    expect(sent).toEqual([{ ...text('a draft'), version: 1 }])
  })
})
