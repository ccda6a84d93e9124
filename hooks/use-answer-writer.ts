import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { Answer } from '#lib/practice/answer.ts'
import { blankAnswer } from '#lib/practice/blank-answer.ts'
import { emptyCard, type Note } from '#lib/notes/note.ts'
import type { AnswerSaver } from './answer-saver.ts'
import { ApiError } from './api.ts'
import { openDraftPlace } from './note-drafts.ts'
import { createNoteWriter, type NoteWriter, type Writing } from './note-writer.ts'

const none: Writing = { session: null, trouble: null }
const never = () => () => {}

/**
 * Writes the words of an answer as notes are written: they save themselves, a draft stays in the browser until they
 * are saved, and what two devices wrote is shown side by side.
 * @param first the answer as it was opened
 * @param seconds what the clock shows now; saved with the words
 * @param onOther a tab that is gone left words of an answer that the server does not have: it is taken up instead
 */
export function useAnswerWriter(
  first: Answer,
  saver: AnswerSaver | null,
  seconds: () => number,
  onOther: (answer: Answer) => void,
): Writing & { writer: NoteWriter | null } {
  const [writer, setWriter] = useState<NoteWriter | null>(null)
  const latest = useRef({ seconds, onOther })
  useEffect(() => {
    latest.current = { seconds, onOther }
  })

  useEffect(() => {
    if (!saver) return
    const place = openDraftPlace(`answer.${first.questionId}.${first.kind}`)
    const made = createNoteWriter({
      keep: place.keep,
      async put({ markdown }) {
        try {
          return noteOf(await saver.send({ markdown, seconds: latest.current.seconds() }))
        } catch (error) {
          if (!(error instanceof ApiError) || error.status !== 409) throw error
          throw new ApiError(409, { detail: error.message, current: noteOf(error.current as Answer) })
        }
      },
    })
    let isClosed = false
    void place.adopt().then((draft) => {
      if (isClosed) return
      if (draft && draft.base.readingId !== first.id) {
        place.keep(draft)
        const { readingId, markdown, version } = draft.base
        const blank = blankAnswer(readingId, first.questionId, first.kind, first.itemId)
        return latest.current.onOther({ ...blank, markdown, version })
      }
      made.open(noteOf(first), draft)
      setWriter(made)
    })
    const onVisibility = () => document.visibilityState === 'hidden' && made.save()
    document.addEventListener('visibilitychange', onVisibility)
    window.addEventListener('online', made.save)
    return () => {
      isClosed = true
      document.removeEventListener('visibilitychange', onVisibility)
      window.removeEventListener('online', made.save)
      made.save()
      place.close()
    }
  }, [first, saver])

  const writing = useSyncExternalStore(writer?.subscribe ?? never, writer?.snapshot ?? (() => none), () => none)
  return { ...writing, writer }
}

/** An answer as the writer of notes takes it: a text without a card. */
function noteOf({ id, markdown, version, updatedAt }: Answer): Note {
  return { readingId: id, markdown, card: emptyCard, version, updatedAt }
}
