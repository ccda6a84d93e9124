'use client'

import { useEffect, useRef } from 'react'
import { NoteLoader } from '#components/notes/note-loader.tsx'
import { Modal } from '#components/ui/modal.tsx'
import type { Opened } from './note-opener.tsx'

/** A reading's note over the page. */
export function NoteDialog({ readingId, title, focus, onClose }: Opened & { onClose: () => void }) {
  const content = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const place = content.current
    if (!place) return
    // The editor is fetched, and its fields open once the note is read.
    const focusField = () => {
      const field = place.querySelector<HTMLElement>(focus === 'card' ? '#card-problem:enabled' : 'textarea:enabled')
      if (!field) return
      observer.disconnect()
      field.focus()
    }
    const observer = new MutationObserver(focusField)
    observer.observe(place, { childList: true, subtree: true, attributes: true })
    focusField()
    return () => observer.disconnect()
  }, [focus])
  return (
    <Modal label={`Your note on ${title}`} className="note-dialog" onClose={onClose}>
      <header className="flex items-baseline justify-between gap-4">
        <p className="font-serif text-lg">{title}</p>
        <form method="dialog">
          <button type="submit" className="button button-small">
            Close
          </button>
        </form>
      </header>
      <div ref={content} className="mt-4">
        <NoteLoader readingId={readingId} title={title} />
      </div>
    </Modal>
  )
}
