'use client'

import { limited } from '#components/ui/limited.ts'
import { type FormEvent, useState } from 'react'
import { FormError } from '#components/ui/form-error.tsx'
import { useCreateItems } from '#hooks/use-items.ts'
import { useDebounced } from '#hooks/use-debounced.ts'
import { useListbox } from '#hooks/use-listbox.ts'
import { useReadings } from '#hooks/use-search.ts'
import { minutesInWords } from '#lib/format.ts'
import { newId } from '#lib/new-id.ts'
import { type ItemKind, type Tier, tiers } from '#lib/planning/types.ts'

const kinds: [ItemKind, string][] = [
  ['task', 'task'],
  ['drill', 'drill'],
  ['mock', 'mock interview'],
  ['review', 'review'],
]

/** Adds a reading, found while typing, or a task to the end of a phase. */
export function AddItem({ planId, phaseId }: { planId: string; phaseId: string | null }) {
  const [text, setText] = useState('')
  const [kind, setKind] = useState<ItemKind>('task')
  const [tier, setTier] = useState<Tier>('should')
  const [minutes, setMinutes] = useState(15)
  const create = useCreateItems(planId)
  const settled = useDebounced(text, 150)
  const found = useReadings(settled, 6).data?.items ?? []
  const options = text.trim() === '' ? [] : found
  const list = useListbox(options.length, (index) => addReading(options[index]!.id), -1)

  const add = (input: Parameters<typeof create.mutate>[0]) =>
    create.mutate(input, {
      onSuccess: () => {
        setText('')
        list.close()
      },
    })

  function addReading(readingId: string) {
    add({ id: newId(), kind: 'read', readingId, tier, phaseId })
  }

  function addTask(event: FormEvent) {
    event.preventDefault()
    const title = text.trim()
    if (title !== '') add({ id: newId(), kind, title, minutes: minutes || 15, tier, phaseId })
  }

  return (
    <form className="add-item no-print" onSubmit={addTask}>
      <div className="relative grow">
        <input
          className="input"
          placeholder="Add a reading or a task"
          aria-label="Add a reading or a task"
          {...limited(300)}
          autoComplete="off"
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            list.restart()
          }}
          onBlur={list.close}
          {...list.inputProps}
        />
        {list.open && (
          <ul {...list.listProps} className="options options-below" aria-label="Readings">
            {options.map((reading, index) => (
              <li key={reading.id} {...list.optionProps(index)}>
                {reading.title}{' '}
                <small>
                  {[reading.organisation?.name, minutesInWords(reading.minutes)].filter(Boolean).join(' · ')}
                </small>
              </li>
            ))}
          </ul>
        )}
      </div>
      <select
        className="input input-small"
        aria-label="Kind"
        value={kind}
        onChange={(event) => setKind(kinds.find(([name]) => name === event.target.value)?.[0] ?? 'task')}
      >
        {kinds.map(([name, word]) => (
          <option key={name} value={name}>
            {word}
          </option>
        ))}
      </select>
      <select
        className="input input-small"
        aria-label="Tier"
        value={tier}
        onChange={(event) => setTier(tiers.find((name) => name === event.target.value) ?? 'should')}
      >
        {tiers.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
      <input
        type="number"
        className="input input-small figures w-20"
        aria-label="Minutes"
        min={1}
        max={6000}
        value={Number.isNaN(minutes) ? '' : minutes}
        onChange={(event) => setMinutes(event.target.valueAsNumber)}
      />
      <button type="submit" className="button button-small" disabled={text.trim() === '' || create.isPending}>
        Add
      </button>
      <FormError>{create.error ? `Not saved: ${create.error.message}` : null}</FormError>
    </form>
  )
}
