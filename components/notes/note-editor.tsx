'use client'

import { useState } from 'react'
import { useNoteSession } from '#hooks/use-note-session.ts'
import { fieldsInConflict, stateOf } from '#lib/notes/note-session.ts'
import { CardForm } from './card-form.tsx'
import { NoteConflict } from './note-conflict.tsx'
import { NoteHistory } from './note-history.tsx'
import { NotePreview } from './note-preview.tsx'
import { NoteStatus } from './note-status.tsx'
import { NoteText } from './note-text.tsx'

/** A note with its case card, written in place: it saves itself, and says whether it has. */
export function NoteEditor({ readingId, title }: { readingId: string; title: string }) {
  const { session, trouble, writer, failure } = useNoteSession(readingId)
  const [isPreview, setPreview] = useState(false)
  const [isHistory, setHistory] = useState(false)
  const state = session ? stateOf(session) : null
  const text = session?.text ?? null

  return (
    <div className="min-h-[40rem] sm:min-h-[34rem]">
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2>Your note</h2>
        <NoteStatus state={state} trouble={trouble} failure={failure} version={session?.base.version ?? 0} />
      </div>
      {session?.theirs && writer && (
        <NoteConflict
          mine={session.text}
          fields={fieldsInConflict(session)}
          savedAt={session.theirs.updatedAt}
          onResolve={writer.resolve}
        />
      )}
      {!session?.theirs && (
        <>
          <NoteText
            text={text?.markdown ?? null}
            isPreview={isPreview}
            onType={(markdown) => text && writer?.type({ ...text, markdown })}
            onSave={() => writer?.save()}
            onPreview={() => {
              writer?.save()
              setPreview(!isPreview)
            }}
            onHistory={session && session.base.version > 0 ? () => setHistory(true) : null}
            preview={
              isPreview && session ? (
                <NotePreview readingId={readingId} version={session.base.version} isSaved={state === 'saved'} />
              ) : null
            }
          />
          <CardForm
            title={title}
            card={text?.card ?? null}
            onType={(card) => text && writer?.type({ ...text, card })}
            onSave={() => writer?.save()}
          />
        </>
      )}
      {isHistory && session && (
        <NoteHistory
          readingId={readingId}
          current={session.text}
          version={session.base.version}
          onRestore={(restored) => {
            writer?.type(restored)
            writer?.save()
          }}
          onClose={() => setHistory(false)}
        />
      )}
    </div>
  )
}
