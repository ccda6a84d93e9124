import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Draft } from '#lib/notes/note-session.ts'
import { openDraftPlace } from './note-drafts.ts'
import { createNoteWriter, type NoteWriter, type Writing } from './note-writer.ts'
import { useNote, useSetNote } from './use-note.ts'

const none: Writing = { session: null, trouble: null }
const never = () => () => {}

/**
 * Opens the viewer's note on a reading for writing, with what a crashed tab left behind. It is saved also when the tab
 * is left and when the network comes back. `failure`: the note could not be read.
 */
export function useNoteSession(readingId: string): Writing & { writer: NoteWriter | null; failure: Error | null } {
  const query = useNote(readingId)
  const { mutateAsync } = useSetNote(readingId)
  const [opened, setOpened] = useState<{ writer: NoteWriter; draft: Draft | null } | null>(null)

  useEffect(() => {
    const place = openDraftPlace(readingId)
    const writer = createNoteWriter({ put: mutateAsync, keep: place.keep })
    let isClosed = false
    void place.adopt().then((draft) => isClosed || setOpened({ writer, draft }))
    const onVisibility = () => document.visibilityState === 'hidden' && writer.save()
    document.addEventListener('visibilitychange', onVisibility)
    window.addEventListener('online', writer.save)
    return () => {
      isClosed = true
      document.removeEventListener('visibilitychange', onVisibility)
      window.removeEventListener('online', writer.save)
      writer.save()
      place.close()
    }
  }, [readingId, mutateAsync])

  useEffect(() => {
    if (opened && query.data) opened.writer.open(query.data, opened.draft)
  }, [opened, query.data])

  const writing = useSyncExternalStore(
    opened?.writer.subscribe ?? never,
    opened?.writer.snapshot ?? (() => none),
    () => none,
  )
  return { ...writing, writer: opened?.writer ?? null, failure: query.data ? null : query.error }
}
