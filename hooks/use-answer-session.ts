import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { Answer } from '#lib/practice/answer.ts'
import { newId } from '#lib/new-id.ts'
import { emptyCard, type Note } from '#lib/notes/note.ts'
import { api, ApiError } from './api.ts'
import { openDraftPlace } from './note-drafts.ts'
import { createNoteWriter, type NoteWriter, type Writing } from './note-writer.ts'

const none: Writing = { session: null, trouble: null }
const never = () => () => {}

/** Saves an answer on the version that it was written on. */
export function putAnswer(answer: Answer, change: Partial<Answer> & { isFinished: boolean }): Promise<Answer> {
  const { isFinished, ...rest } = change
  const next = { ...answer, ...rest }
  const { questionId, kind, itemId, mock, markdown, diagram, ticked, scores, nextTime, seconds, version } = next
  const text = { markdown, diagram, ticked, scores, nextTime, seconds }
  const body = { questionId, kind, itemId, mock, ...text, isFinished, version }
  return api('PUT answers/[answerId]', { params: { answerId: answer.id }, body })
}

/**
 * Opens an answer for writing, as notes are written: it saves itself, keeps a draft in the browser, and takes over what
 * a crashed tab left behind.
 * @param open the answer that the viewer has not finished, or null for a new one
 * @param seconds what the clock shows now
 */
export function useAnswerSession(
  questionId: string,
  open: Answer | null,
  seconds: () => number,
): Writing & { writer: NoteWriter | null; saved: () => Answer | null } {
  const [writer, setWriter] = useState<NoteWriter | null>(null)
  const saved = useRef<Answer | null>(open)
  const clock = useRef(seconds)
  useEffect(() => {
    clock.current = seconds
  })

  useEffect(() => {
    const place = openDraftPlace(`answer.${questionId}`)
    const made = createNoteWriter({
      keep: place.keep,
      async put({ markdown, version }) {
        const id = made.snapshot().session?.base.readingId ?? ''
        const before = saved.current?.id === id ? saved.current : blankAnswer(id, questionId)
        try {
          const answer = await putAnswer(before, { markdown, version, seconds: clock.current(), isFinished: false })
          saved.current = answer
          return noteOf(answer)
        } catch (error) {
          if (!(error instanceof ApiError) || !isAnswer(error.current)) throw error
          saved.current = error.current
          throw new ApiError(error.status, { detail: error.message, current: noteOf(error.current) })
        }
      },
    })
    let isClosed = false
    void place.adopt().then((draft) => {
      if (isClosed) return
      const isOpen = open !== null && (draft === null || draft.base.readingId === open.id)
      made.open(isOpen ? noteOf(open) : (draft?.base ?? noteOf(blankAnswer(newId(), questionId))), draft)
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
  }, [questionId, open])

  const writing = useSyncExternalStore(writer?.subscribe ?? never, writer?.snapshot ?? (() => none), () => none)
  return { ...writing, writer, saved: () => saved.current }
}

/** An answer as the writer of notes takes it: a text without a card. */
function noteOf({ id, markdown, version, updatedAt }: Answer): Note {
  return { readingId: id, markdown, card: emptyCard, version, updatedAt }
}

function isAnswer(value: unknown): value is Answer {
  return typeof value === 'object' && value !== null && 'questionId' in value && 'markdown' in value
}

function blankAnswer(id: string, questionId: string): Answer {
  const text = { markdown: '', diagram: '', ticked: [], scores: {}, nextTime: '', seconds: 0 }
  const times = { startedAt: 0, finishedAt: null, updatedAt: 0, version: 0 }
  return { id, questionId, kind: 'drill', planId: null, itemId: null, mock: null, ...text, ...times }
}
