import { useState } from 'react'
import { Modal } from '#components/ui/modal.tsx'
import { useNoteVersion, useNoteVersions } from '#hooks/use-note.ts'
import { compareNotes } from '#lib/notes/compare-notes.ts'
import type { NoteText } from '#lib/notes/note.ts'

/** The saved versions of a note: how each differs from the current text, and a way to restore it. */
export function NoteHistory({
  readingId,
  current,
  version,
  onRestore,
  onClose,
}: {
  readingId: string
  current: NoteText
  version: number
  onRestore: (text: NoteText) => void
  onClose: () => void
}) {
  const [chosen, choose] = useState<number | null>(null)
  const { data: versions, error } = useNoteVersions(readingId, version)
  return (
    <Modal label="History of your note" className="max-w-[60rem]" onClose={onClose}>
      <div className="flex items-baseline justify-between gap-4 border-b border-hairline px-5 py-3">
        <h2>History of your note</h2>
        <form method="dialog">
          <button type="submit" className="button button-quiet button-small">
            Close
          </button>
        </form>
      </div>
      <div className="grid min-h-[20rem] gap-x-8 sm:grid-cols-[15rem_minmax(0,1fr)]">
        <ol className="max-h-[60vh] overflow-y-auto border-hairline py-2 sm:border-r" aria-label="Versions">
          {error && <li className="px-5 py-2 text-error">The history could not be read.</li>}
          {versions?.map((line) => (
            <li key={line.version}>
              <button
                type="button"
                aria-pressed={chosen === line.version}
                className="figures flex min-h-11 w-full items-center justify-between gap-3 px-5 py-1 text-left hover:bg-wash aria-pressed:bg-wash"
                onClick={() => choose(line.version)}
              >
                <span>
                  {timeInWords(line.savedAt)}
                  {line.version === version && <span className="quiet small block">as it is saved now</span>}
                </span>
                <span className="quiet small">{line.length === 0 ? 'empty' : line.length.toLocaleString('en')}</span>
              </button>
            </li>
          ))}
        </ol>
        <div className="max-h-[60vh] overflow-y-auto p-5 sm:pl-0">
          {chosen === null ? (
            <p className="quiet">
              Choose a version to see how it differs from the note as it stands. Each saved version is kept for 30 days
              after it was written over.
            </p>
          ) : (
            <VersionCompared
              readingId={readingId}
              version={chosen}
              current={current}
              onRestore={(text) => {
                onRestore(text)
                onClose()
              }}
            />
          )}
        </div>
      </div>
    </Modal>
  )
}

function VersionCompared({
  readingId,
  version,
  current,
  onRestore,
}: {
  readingId: string
  version: number
  current: NoteText
  onRestore: (text: NoteText) => void
}) {
  const { data, error } = useNoteVersion(readingId, version)
  if (error) return <p className="text-error">This version could not be read.</p>
  if (!data) return null
  const fields = compareNotes(current, data)
  if (fields.length === 0) return <p className="quiet">This version is the same as the current note.</p>
  return (
    <>
      <p className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <span className="quiet small">
          Restoring it <ins>brings in</ins> and <del>takes out</del>:
        </span>
        <button
          type="button"
          className="button button-main button-small"
          onClick={() => onRestore({ markdown: data.markdown, card: data.card })}
        >
          Restore this version
        </button>
      </p>
      <dl className="diff">
        {fields.map(({ field, name, parts }) => (
          <div key={field} className="mb-4">
            <dt className="eyebrow">{name}</dt>
            <dd className="whitespace-pre-wrap font-serif">
              {parts.map(({ kind, text }, index) =>
                kind === 'added' ? (
                  <ins key={index}>{text}</ins>
                ) : kind === 'removed' ? (
                  <del key={index}>{text}</del>
                ) : (
                  <span key={index}>{text}</span>
                ),
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function timeInWords(at: number): string {
  const date = new Date(at)
  return date.toLocaleString('en-GB', {
    day: 'numeric',
    month: 'short',
    ...(date.getFullYear() === new Date().getFullYear() ? {} : { year: 'numeric' }),
    hour: '2-digit',
    minute: '2-digit',
  })
}
