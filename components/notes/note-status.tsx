import type { SessionState } from '#lib/notes/note-session.ts'

const words: Record<SessionState, string> = {
  saved: 'Saved',
  saving: 'Saving…',
  unsaved: 'Not saved yet',
  conflict: 'Not saved: changed elsewhere too',
}

/** Whether the note is saved. Only trouble is announced: "saving, saved" at every pause would be noise. */
export function NoteStatus({
  state,
  trouble,
  failure,
  version,
}: {
  state: SessionState | null
  trouble: string | null
  failure: Error | null
  /** 0: there is nothing to have saved. */
  version: number
}) {
  const isTrouble = failure !== null || state === 'conflict' || (state === 'unsaved' && trouble !== null)
  const text = failure
    ? 'Your note could not be read. Reload the page.'
    : state === 'unsaved' && trouble
      ? `Not saved. ${trouble}`
      : state === 'saved' && version === 0
        ? ''
        : state === null
          ? ''
          : words[state]
  return (
    <p
      id="note-status"
      className={`small min-h-5 figures ${isTrouble ? 'text-error' : 'quiet'}`}
      data-note-state={state ?? 'loading'}
      aria-live={isTrouble ? 'polite' : 'off'}
    >
      {text}
    </p>
  )
}
