'use client'

import { Field } from '#components/ui/field.tsx'
import { media, type Medium } from '#lib/catalogue/minutes.ts'

/** What the fields hold, as text. */
export interface OwnValues {
  url: string
  title: string
  byline: string
  medium: Medium | ''
  minutes: string
}

/** The facts that a form sends; a field left empty is worked out by the server. */
export function factsOf({ url, title, byline, medium, minutes }: OwnValues) {
  return {
    url: url.trim() === '' ? null : url.trim(),
    ...(title.trim() && { title: title.trim() }),
    ...(byline.trim() && { byline: byline.trim() }),
    ...(medium && { medium }),
    ...(Number(minutes) > 0 && { minutes: Number(minutes) }),
  }
}

/** Who made it, what it is and how long it takes: what a person may say of a reading besides address and title. */
export function OwnFields({
  values,
  errors,
  onChange,
}: {
  values: OwnValues
  errors: Record<string, string>
  onChange: (change: Partial<OwnValues>) => void
}) {
  return (
    <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_9rem_8rem]">
      <Field
        label="By"
        name="byline"
        maxLength={200}
        value={values.byline}
        error={errors.byline}
        onChange={(event) => onChange({ byline: event.target.value })}
      />
      <div className="field">
        <label className="label" htmlFor="medium">
          Medium
        </label>
        <select
          id="medium"
          className="input"
          value={values.medium}
          onChange={(event) => onChange({ medium: event.target.value as Medium | '' })}
        >
          <option value="">By its address</option>
          {media.map((medium) => (
            <option key={medium} value={medium}>
              {medium}
            </option>
          ))}
        </select>
      </div>
      <Field
        label="Minutes"
        name="minutes"
        type="number"
        min={1}
        max={6000}
        placeholder="estimate"
        value={values.minutes}
        error={errors.minutes}
        onChange={(event) => onChange({ minutes: event.target.value })}
      />
    </div>
  )
}
