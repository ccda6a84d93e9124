'use client'

import { useId } from 'react'
import { MAX_DAY_MINUTES } from '#lib/planning/rules.ts'

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** Minutes for each weekday, set like a timetable. */
export function WeekdayMinutes({
  value,
  error,
  onChange,
}: {
  value: readonly number[]
  error?: string | undefined
  onChange: (minutes: number[]) => void
}) {
  const id = useId()
  const week = value.reduce((sum, minutes) => sum + (minutes || 0), 0)
  return (
    <fieldset aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="label">
        Minutes a day <span className="quiet figures font-normal">{week} a week</span>
      </legend>
      <div className="mt-1 grid grid-cols-7 gap-1">
        {weekdays.map((weekday, index) => (
          <label key={weekday} className="quiet-line grid gap-0.5 text-center">
            <span aria-hidden>{weekday.slice(0, 2)}</span>
            <span className="sr-only">{weekday}</span>
            <input
              className="input figures [appearance:textfield] px-0.5 text-center [&::-webkit-inner-spin-button]:hidden"
              type="number"
              inputMode="numeric"
              min={0}
              max={MAX_DAY_MINUTES}
              step={5}
              value={Number.isNaN(value[index]) ? '' : value[index]}
              aria-invalid={error ? true : undefined}
              onChange={(event) => onChange(value.with(index, event.target.valueAsNumber))}
              onBlur={() => Number.isNaN(value[index]) && onChange(value.with(index, 0))}
            />
          </label>
        ))}
      </div>
      {error && (
        <p id={`${id}-error`} className="field-error">
          {error}
        </p>
      )}
    </fieldset>
  )
}
