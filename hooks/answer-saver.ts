import type { Answer } from '#lib/practice/answer.ts'
import { ApiError } from './api.ts'

/** What can be set of an answer. */
export type AnswerChange = Partial<
  Pick<Answer, 'markdown' | 'ticked' | 'scores' | 'nextTime' | 'seconds' | 'mock' | 'itemId'>
> & { isFinished?: boolean }

/** What a saver works with. */
export interface AnswerSaverMeans {
  /** Sends the answer with a change, on the version that it has. */
  put: (answer: Answer, change: AnswerChange) => Promise<Answer>
  /** Keeps in the browser what the server does not have yet; null: it has all. */
  keep: (pending: AnswerChange | null) => void
}

/** What the page shows of an answer being saved. */
export interface AnswerSaving {
  /** The answer with what is not saved yet. */
  answer: Answer
  /** Why the last save did not work; null when it did. */
  trouble: string | null
}

/** Milliseconds until a save is tried again. */
const retries = [2000, 5000, 15_000, 30_000]

/** One answer, saved change by change. */
export type AnswerSaver = ReturnType<typeof createAnswerSaver>

/**
 * Makes a saver. Changes go one after another, each on the version that the one before made, so that the page never
 * meets a conflict with itself. What could not be sent is kept and tried again.
 * @param left what an earlier page could not send
 */
export function createAnswerSaver(first: Answer, { put, keep }: AnswerSaverMeans, left: AnswerChange | null = null) {
  let saved = first
  let pending: AnswerChange = left ?? {}
  let state: AnswerSaving = { answer: withChange(saved, pending), trouble: null }
  let queue: Promise<unknown> = Promise.resolve()
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let isFlushing = false
  const listeners = new Set<() => void>()

  function show(trouble: string | null): void {
    state = { answer: withChange(saved, pending), trouble }
    keep(isEmpty(pending) ? null : pending)
    for (const listener of listeners) listener()
  }

  /** Sends a change when those before it are through. What another device wrote meanwhile is only refused for words. */
  function send(change: AnswerChange): Promise<Answer> {
    const sending = queue.then(async () => {
      try {
        saved = await put(saved, change)
      } catch (error) {
        if (!(error instanceof ApiError) || error.status !== 409 || !isAnswer(error.current)) throw error
        const hasOtherWords = error.current.markdown !== saved.markdown
        saved = error.current
        if (change.markdown !== undefined && hasOtherWords) throw error
        saved = await put(saved, change)
      }
      show(state.trouble)
      return saved
    })
    queue = sending.catch(() => {})
    return sending
  }

  async function flush(): Promise<void> {
    clearTimeout(timer)
    if (isFlushing || isEmpty(pending)) return
    isFlushing = true
    const sent = pending
    try {
      await send(sent)
      failures = 0
      pending = without(pending, sent)
      show(null)
    } catch (error) {
      show(troubleOf(error))
      if (!(error instanceof ApiError) || error.status >= 500)
        timer = setTimeout(() => void flush(), retries[Math.min(failures++, retries.length - 1)])
      return
    } finally {
      isFlushing = false
    }
    if (!isEmpty(pending)) void flush()
  }

  return {
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    snapshot: (): AnswerSaving => state,
    /** Shows a change at once, and saves it as soon as it can. */
    change(change: AnswerChange): void {
      pending = { ...pending, ...change }
      show(state.trouble)
      void flush()
    },
    /** Saves a change; nothing is kept or tried again where it fails. */
    send,
    /** Tries again now what waits. */
    flush: () => void flush(),
    close: () => clearTimeout(timer),
  }
}

function withChange(answer: Answer, { isFinished: _, ...change }: AnswerChange): Answer {
  return { ...answer, ...change }
}

/** What of `pending` is not what was sent. */
function without(pending: AnswerChange, sent: AnswerChange): AnswerChange {
  const rest = Object.entries(pending).filter(([key, value]) => sent[key as keyof AnswerChange] !== value)
  return Object.fromEntries(rest) as AnswerChange
}

function isEmpty(change: AnswerChange): boolean {
  return Object.keys(change).length === 0
}

function isAnswer(value: unknown): value is Answer {
  return typeof value === 'object' && value !== null && 'questionId' in value && 'markdown' in value
}

function troubleOf(error: unknown): string {
  if (!(error instanceof ApiError)) return 'There is no way to the server. It is tried again, and kept in this browser.'
  if (error.status === 401) return 'You are signed out. It is kept in this browser: sign in to save it.'
  return `${error.message} It is kept in this browser.`
}
