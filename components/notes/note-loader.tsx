'use client'

import dynamic from 'next/dynamic'
import { useHasLocalViewer } from '#hooks/local-viewer.ts'

// Fetched only where somebody is signed in: a reader without an account never pays for the editor.
const NoteEditor = dynamic(
  async () => {
    const [{ NoteEditor }, { withQueries }] = await Promise.all([
      import('./note-editor.tsx'),
      import('#components/layout/with-queries.tsx'),
    ])
    return withQueries(NoteEditor)
  },
  { ssr: false, loading: () => <NoteBlank /> },
)

/** The viewer's note on a reading, once the browser knows that there is a viewer. */
export function NoteLoader({ readingId, title }: { readingId: string; title: string }) {
  const isSignedIn = useHasLocalViewer()
  return isSignedIn ? <NoteEditor key={readingId} readingId={readingId} title={title} /> : <NoteBlank />
}

/** Reserves the editor's space, so that nothing below it moves. */
function NoteBlank() {
  return <div className="min-h-[40rem] sm:min-h-[34rem]" />
}
