'use client'

import { useChoice } from '#hooks/use-choice.ts'
import { usePlanNotes, useSetNoteShare } from '#hooks/use-plan-notes.ts'
import type { PlanNotes as Notes } from '#lib/api/sharing-answers.ts'
import { NoteCard } from '../../_components/note-card.tsx'

/** The shared notes as index cards, and the viewer's own with a switch each. */
export function PlanNotes({ planId, initial, canShare }: { planId: string; initial: Notes; canShare: boolean }) {
  const { data: notes } = usePlanNotes(planId, initial)
  return (
    <div className="grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <section aria-label="Shared notes">
        {notes.items.length === 0 ? (
          <p className="empty">
            Nobody shares a note with this plan yet. Write one on a reading of the plan, then share it here: the others
            see it as it is and as it will be, until you take it back.
          </p>
        ) : (
          <div className="columns-1 gap-6 md:columns-2 [&>*]:mb-6">
            {notes.items.map((note) => (
              <NoteCard key={`${note.readingId} ${note.userId}`} note={note} title={note.readingTitle} />
            ))}
          </div>
        )}
      </section>
      {canShare && (
        <section aria-labelledby="yours" className="no-print">
          <h2 id="yours" className="mb-2 text-lg">
            Yours on its readings
          </h2>
          {notes.own.length === 0 && <p className="quiet">You have no note on a reading of this plan.</p>}
          <ul className="lines">
            {notes.own.map((note) => (
              <OwnNote key={note.readingId} planId={planId} note={note} />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function OwnNote({ planId, note }: { planId: string; note: Notes['own'][number] }) {
  const setShare = useSetNoteShare(planId)
  const [shared, share] = useChoice(note.shared, (wanted, options) =>
    setShare.mutate({ readingId: note.readingId, shared: wanted }, options),
  )
  return (
    <li>
      <a href={`/readings/${note.readingId}#note`} className="font-serif no-underline">
        {note.title}
      </a>
      <label className="small flex items-center gap-2 py-1">
        <input
          type="checkbox"
          className="size-4 accent-[var(--accent)]"
          checked={shared}
          onChange={(event) => share(event.target.checked)}
        />
        shared
      </label>
    </li>
  )
}
