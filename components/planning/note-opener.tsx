'use client'

import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'

const NoteDialog = lazy(() => import('./note-dialog.tsx').then((file) => ({ default: file.NoteDialog })))

/** A reading whose note is open. */
export interface Opened {
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
      {opened && (
        <Suspense>
          <NoteDialog key={opened.readingId} {...opened} onClose={() => setOpened(null)} />
        </Suspense>
      )}
    </div>
  )
}
