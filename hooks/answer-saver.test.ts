import { beforeEach, expect, test, vi } from 'vitest'
import type { Answer } from '#lib/practice/answer.ts'
import { blankAnswer } from '#lib/practice/blank-answer.ts'
import { type AnswerChange, createAnswerSaver } from './answer-saver.ts'
import { ApiError } from './api.ts'

const first = blankAnswer('a-1', 'chat', 'drill', null)

/** A server that holds one answer and refuses old versions, as the real one does. */
function server() {
  let held: Answer = first
  let isAway = false
  return {
    held: () => held,
    away: (value: boolean) => (isAway = value),
    elsewhere: (change: Partial<Answer>) => (held = { ...held, ...change, version: held.version + 1 }),
    async put(answer: Answer, { isFinished, ...change }: AnswerChange): Promise<Answer> {
      await Promise.resolve()
      if (isAway) throw new TypeError('no network')
      if (answer.version !== held.version) throw new ApiError(409, { detail: 'Changed elsewhere.', current: held })
      held = { ...answer, ...change, finishedAt: isFinished ? 1 : answer.finishedAt, version: held.version + 1 }
      return held
    },
  }
}

beforeEach(() => {
  vi.useFakeTimers()
})

test('quick ticks follow one another and none is lost', async () => {
  const { put, held } = server()
  const saver = createAnswerSaver(first, { put, keep: () => {} })
  saver.change({ ticked: ['one'] })
  saver.change({ ticked: ['one', 'two'] })
  const text = saver.send({ markdown: 'Sockets' })
  saver.change({ nextTime: 'Ask more' })
  await text
  await vi.advanceTimersByTimeAsync(10)
  expect(held()).toMatchObject({ ticked: ['one', 'two'], markdown: 'Sockets', nextTime: 'Ask more' })
})

test('what could not be sent is kept, said, and sent when the server is back', async () => {
  const { put, held, away } = server()
  const kept: (AnswerChange | null)[] = []
  const saver = createAnswerSaver(first, { put, keep: (pending) => kept.push(pending) })
  away(true)
  saver.change({ nextTime: 'Ask more' })
  await vi.advanceTimersByTimeAsync(10)
  expect(kept.at(-1)).toEqual({ nextTime: 'Ask more' })
  expect(saver.snapshot()).toMatchObject({ answer: { nextTime: 'Ask more' } })
  expect(saver.snapshot().trouble).toContain('kept in this browser')
  away(false)
  await vi.advanceTimersByTimeAsync(3000)
  expect(held().nextTime).toBe('Ask more')
  expect(kept.at(-1)).toBeNull()
  expect(saver.snapshot().trouble).toBeNull()
})

test('what an earlier page could not send is shown and sent', async () => {
  const { put, held } = server()
  const saver = createAnswerSaver(first, { put, keep: () => {} }, { ticked: ['one'] })
  expect(saver.snapshot().answer.ticked).toEqual(['one'])
  saver.flush()
  await vi.advanceTimersByTimeAsync(10)
  expect(held().ticked).toEqual(['one'])
})

test('words that another device wrote are never written over; a tick goes onto them', async () => {
  const { put, held, elsewhere } = server()
  const saver = createAnswerSaver(first, { put, keep: () => {} })
  elsewhere({ markdown: 'From the phone' })
  await expect(saver.send({ markdown: 'From the desk' })).rejects.toThrow('Changed elsewhere.')
  expect(held().markdown).toBe('From the phone')
  elsewhere({ markdown: 'From the phone, on' })
  saver.change({ ticked: ['one'] })
  await vi.advanceTimersByTimeAsync(10)
  expect(held()).toMatchObject({ markdown: 'From the phone, on', ticked: ['one'] })
})
