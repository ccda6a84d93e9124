import { useNoteHtml } from '#hooks/use-note.ts'

/** The note as others would read it: made by the server from what is saved. */
export function NotePreview({ readingId, version, isSaved }: { readingId: string; version: number; isSaved: boolean }) {
  const { data, error } = useNoteHtml(readingId, version)
  if (version === 0 && isSaved) return <p className="quiet">Nothing written yet.</p>
  if (error) return <p className="quiet">The preview is made by the server, which cannot be reached now.</p>
  if (data === undefined) return null
  return <div className="written" dangerouslySetInnerHTML={{ __html: data }} />
}
