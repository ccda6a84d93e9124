'use client'

import { useId, useState } from 'react'
import { addDays } from '#lib/planning/plain-days.ts'
import { shortDay } from '#lib/planning/words.ts'

const MAX_RANGE = 366

/** Days on which a person does not study: added singly or as a range, removed range by range. */
export function DaysOff({ value, onChange }: { value: readonly string[]; onChange: (days: string[]) => void }) {
  const id = useId()
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const add = () => {
    if (from === '') return
    onChange([...new Set([...value, ...stretch(from, to === '' ? from : to)])].toSorted())
    setFrom('')
    setTo('')
  }
  return (
    <fieldset>
      <legend className="label">Days off</legend>
      {value.length > 0 && (
        <ul className="mt-1 flex flex-wrap gap-2">
          {stretches(value).map(([first, last]) => (
            <li key={first}>
              <button
                type="button"
                className="button button-small figures"
                aria-label={`Remove ${inWords(first, last)}`}
                onClick={() => onChange(value.filter((day) => day < first || day > last))}
              >
                {inWords(first, last)} <span aria-hidden>×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="mt-1 flex flex-wrap items-center gap-2">
        <label className="small quiet" htmlFor={`${id}-from`}>
          From
        </label>
        <input
          id={`${id}-from`}
          type="date"
          className="input input-small figures"
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
        <label className="small quiet" htmlFor={`${id}-to`}>
          to
        </label>
        <input
          id={`${id}-to`}
          type="date"
          className="input input-small figures"
          value={to}
          min={from}
          onChange={(event) => setTo(event.target.value)}
        />
        <button type="button" className="button button-small" disabled={from === ''} onClick={add}>
          Add
        </button>
      </div>
    </fieldset>
  )
}

function stretch(from: string, to: string): string[] {
  const days: string[] = []
  for (let day = from; day <= to && days.length < MAX_RANGE; day = addDays(day, 1)) days.push(day)
  return days
}

/** Consecutive days grouped into ranges: the first and last day of each. */
function stretches(days: readonly string[]): [string, string][] {
  const found: [string, string][] = []
  for (const day of days) {
    const last = found.at(-1)
    if (last && addDays(last[1], 1) === day) last[1] = day
    else found.push([day, day])
  }
  return found
}

function inWords(first: string, last: string): string {
  return first === last ? shortDay(first) : `${shortDay(first)} to ${shortDay(last)}`
}
