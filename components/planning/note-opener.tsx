'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { NoteLoader } from '#components/notes/note-loader.tsx'
import { Modal } from '#components/ui/modal.tsx'

interface Opened {
  readingId: string
  title: string
  focus: 'note' | 'card'
}

/** Opens the note of a reading over the page, where a link inside says `data-note`: so nobody loses their place. */
export function NoteOpener({ children }: { children: ReactNode }) {
  const [opened, setOpened] = useState<Opened | null>(null)
  const holder = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-note]') : null
      const { note, title = '', focus } = link?.dataset ?? {}
      if (!note || event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      setOpened({ readingId: note, title, focus: focus === 'card' ? 'card' : 'note' })
    }
    const place = holder.current
    place?.addEventListener('click', onClick)
    return () => place?.removeEventListener('click', onClick)
  }, [])

  return (
    <div ref={holder}>
      {children}
      {opened && <NoteDialog key={opened.readingId} {...opened} onClose={() => setOpened(null)} />}
    </div>
  )
}

function NoteDialog({ readingId, title, focus, onClose }: Opened & { onClose: () => void }) {
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
