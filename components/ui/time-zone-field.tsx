'use client'

import { useId } from 'react'
import { useHydrated } from '#hooks/use-hydrated.ts'
import { FieldNotes } from './field.tsx'

/** A time zone by its name. Uncontrolled, under the name `timeZone`. */
export function TimeZoneField({ defaultValue, error }: { defaultValue: string; error?: string | undefined }) {
  const id = useId()
  // The list of the browser, once its scripts run: 400 names are not worth sending.
  const hydrated = useHydrated()
  const zones = hydrated ? zonesWith(defaultValue) : [defaultValue]
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        Time zone
      </label>
      <select
        id={id}
        name="timeZone"
        className="input"
        defaultValue={defaultValue}
        key={String(hydrated)}
        aria-describedby={error && `${id}-error`}
        aria-invalid={error ? true : undefined}
      >
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll('_', ' ')}
          </option>
        ))}
      </select>
      <FieldNotes id={id} error={error} />
    </div>
  )
}

function zonesWith(value: string): string[] {
  return [...new Set([value, 'UTC', ...Intl.supportedValuesOf('timeZone')])].toSorted()
}
