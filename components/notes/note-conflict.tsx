import { useState } from 'react'
import { compareTexts, type DiffPart } from '#lib/notes/compare-notes.ts'
import { type Choice, type ConflictField, resolveConflict } from '#lib/notes/note-conflict.ts'
import type { NoteText } from '#lib/notes/note.ts'

const choices: { value: Choice; name: string }[] = [
  { value: 'mine', name: 'Keep mine' },
  { value: 'theirs', name: 'Keep the other' },
  { value: 'both', name: 'Keep both' },
]

/** Two devices changed one note: shows both texts side by side, field by field, and lets the person choose. */
export function NoteConflict({
  mine,
  fields,
  savedAt,
  what = 'note',
  onResolve,
}: {
  mine: NoteText
  fields: ConflictField[]
  /** When the other text was saved; milliseconds. */
  savedAt: number
  what?: 'note' | 'answer'
  onResolve: (text: NoteText) => void
}) {
  const [chosen, choose] = useState<Partial<Record<ConflictField['field'], Choice>>>({})
  const when = savedAt > 0 ? ` at ${new Date(savedAt).toLocaleTimeString('en-GB', { timeStyle: 'short' })}` : ''
  return (
    <div role="group" aria-label={`Two versions of this ${what}`} className="border border-error bg-sheet">
      <p className="bg-error-wash px-4 py-2">
        This {what} was also changed on another device{when}. Both texts are here: choose what to keep.
        {what === 'note' && ' What you do not keep is found in the history for 30 days.'}
      </p>
      {fields.map(({ field, name, mine: here, theirs: there, suggestion }) => (
        <fieldset key={field} className="border-t border-hairline px-4 py-3">
          <legend className="float-left mb-2 font-[560]">{name}</legend>
          <div className="clear-both grid gap-x-6 gap-y-3 sm:grid-cols-2">
            <Side title="Written here" parts={compareTexts(there, here)} />
            <Side title="Saved elsewhere" parts={compareTexts(here, there)} />
          </div>
          <div className="mt-2 flex flex-wrap gap-x-6">
            {choices.map(({ value, name }) => (
              <label key={value} className="flex min-h-8 items-center gap-2">
                <input
                  type="radio"
                  className="accent-accent"
                  name={`keep-${field}`}
                  checked={(chosen[field] ?? suggestion) === value}
                  onChange={() => choose({ ...chosen, [field]: value })}
                />
                {name}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <p className="border-t border-hairline px-4 py-3">
        <button
          type="button"
          className="button button-main"
          onClick={() => onResolve(resolveConflict(mine, fields, chosen))}
        >
          Save this choice
        </button>
      </p>
    </div>
  )
}

/** One of two texts, with what the other does not have marked; `parts` compares the other with it. */
function Side({ title, parts }: { title: string; parts: DiffPart[] }) {
  const own = parts.filter(({ kind, text }) => kind !== 'removed' && text !== '')
  return (
    <div>
      <p className="eyebrow">{title}</p>
      <div className="border-l-2 border-hairline pl-3 font-serif whitespace-pre-wrap [overflow-wrap:anywhere]">
        {own.length === 0 && <span className="quiet">Nothing</span>}
        {own.map(({ kind, text }, index) => (kind === 'added' ? <mark key={index}>{text}</mark> : text))}
      </div>
    </div>
  )
}
