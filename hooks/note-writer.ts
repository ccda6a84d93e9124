import { holds } from '#lib/notes/note-conflict.ts'
import { excessOf, type Note, type NoteText } from '#lib/notes/note.ts'
import {
  acknowledged,
  type Draft,
  failed,
  type NoteSession,
  openSession,
  refreshed,
  refused,
  resolved,
  sent,
  stateOf,
  typed,
} from '#lib/notes/note-session.ts'
import { ApiError } from './api.ts'

/** Milliseconds: after the last key; at most, while somebody types on; between tries when the server is not there. */
const delays = { pause: 800, longest: 5000, retries: [2000, 5000, 15_000, 30_000] }

/** What the page shows of a note being written. */
export interface Writing {
  session: NoteSession | null
  /** Why the last save did not work, for people; null when it did. */
  trouble: string | null
}

/** What a writer works with. */
export interface NoteWriterMeans {
  /** Saves on the server. */
  put: (input: NoteText & { version: number }) => Promise<Note>
  /** Keeps what is not saved yet in the browser; null: all is. */
  keep: (draft: Draft | null) => void
}

/** A note under somebody's hands that saves itself. */
export type NoteWriter = ReturnType<typeof createNoteWriter>

/**
 * Makes a writer. It saves soon after the last key and again and again while the server cannot be reached. Not before
 * `open` was called with what the server has.
 */
export function createNoteWriter({ put, keep }: NoteWriterMeans) {
  let state: Writing = { session: null, trouble: null }
  let timer: ReturnType<typeof setTimeout> | undefined
  let dirtySince = 0
  let failures = 0
  const listeners = new Set<() => void>()

  function set(session: NoteSession, trouble = state.trouble): void {
    state = { session, trouble }
    keep(stateOf(session) === 'saved' ? null : { base: session.base, text: session.text })
    for (const listener of listeners) listener()
  }

  function saveIn(milliseconds: number): void {
    clearTimeout(timer)
    timer = setTimeout(save, milliseconds)
  }

  function saveSoon(): void {
    dirtySince ||= Date.now()
    saveIn(Math.max(0, Math.min(delays.pause, dirtySince + delays.longest - Date.now())))
  }

  function save(): void {
    clearTimeout(timer)
    const { session } = state
    if (!session || stateOf(session) !== 'unsaved') return
    dirtySince = 0
    const tooLong = excessOf(session.text)
    if (tooLong !== null) return set(session, `${tooLong} It is kept in this browser until it fits.`)
    set(sent(session))
    const { markdown, card } = session.text
    put({ markdown, card, version: session.base.version }).then(onSaved, onRefused)
  }

  function onSaved(note: Note): void {
    if (!state.session) return
    failures = 0
    set(acknowledged(state.session, note), null)
    if (stateOf(state.session) === 'unsaved') saveSoon()
  }

  function onRefused(error: unknown): void {
    if (!state.session) return
    if (error instanceof ApiError && error.status === 409 && error.current) {
      set(refused(state.session, error.current as Note), null)
      return saveIn(0)
    }
    set(failed(state.session), troubleOf(error))
    if (error instanceof ApiError && error.status < 500) return
    saveIn(delays.retries[Math.min(failures++, delays.retries.length - 1)] ?? 0)
  }

  return {
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    snapshot: (): Writing => state,
    /** What the server has, the first time with what an earlier page left behind, then whenever it was asked again. */
    open(note: Note, draft: Draft | null = null): void {
      if (state.session) return set(refreshed(state.session, note))
      set(openSession(note, draft))
      saveIn(0)
    },
    type(text: NoteText): void {
      if (!state.session) return
      set(typed(state.session, text))
      saveSoon()
    },
    /** The person chose in a conflict. What they wrote and gave up is saved first: the history has it from then on. */
    resolve(text: NoteText): void {
      if (!state.session) return
      const mine = state.session.text
      const first = holds(text, mine) ? text : mine
      set(resolved(state.session, first))
      save()
      if (first === mine && state.session) set(typed(state.session, text))
    },
    /** Saves now instead of in a moment. */
    save,
  }
}

function troubleOf(error: unknown): string {
  if (!(error instanceof ApiError)) return 'There is no way to the server. It is tried again, and kept in this browser.'
  if (error.status === 401) return 'You are signed out. It is kept in this browser: sign in to save it.'
  if (error.status >= 500) return 'The server is in trouble. It is tried again, and kept in this browser.'
  return `${error.message} It is kept in this browser.`
}
