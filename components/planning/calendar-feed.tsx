'use client'

import { useId } from 'react'
import { FormError } from '#components/ui/form-error.tsx'
import { copyText } from '#components/ui/copy-text.ts'
import { useCalendarFeed, useCalendarFeedWrites } from '#hooks/use-calendar-feed.ts'

/** The secret address under which a calendar shows the study days: of one plan, or of all (`planId` null). */
export function CalendarFeed({ planId }: { planId: string | null }) {
  const id = useId()
  const { data: feed } = useCalendarFeed(planId)
  const { create, setHour, remove } = useCalendarFeedWrites(planId)
  const made = create.data
  const error = create.error ?? setHour.error ?? remove.error
  const exists = feed !== undefined && feed.createdAt !== null
  const hour = feed?.hour ?? null
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{planId === null ? 'All plans in your calendar' : 'In your calendar'}</h2>
      <p className="quiet mb-3 max-w-[60ch]">
        A secret address that Apple, Google and Outlook calendars read. It changes as the plan does, and whoever has the
        address can read it.
      </p>
      <FormError>{error ? `Not done: ${error.message}` : null}</FormError>
      {made && exists && (
        <div className="notice mb-4 grid gap-3">
          <p>Copy the address now: it is shown this once.</p>
          <input
            className="input figures"
            readOnly
            value={made.url}
            aria-label="Calendar address"
            onFocus={(event) => event.target.select()}
          />
          <div className="flex flex-wrap gap-2">
            <a className="button button-main" href={made.webcal}>
              Subscribe
            </a>
            <button type="button" className="button" onClick={() => void copyText(made.url)}>
              Copy
            </button>
          </div>
        </div>
      )}
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <div className="field">
          <label className="label" htmlFor={`${id}-hour`}>
            Events
          </label>
          <select
            id={`${id}-hour`}
            className="input figures"
            value={hour === null ? '' : hour}
            disabled={!exists || setHour.isPending}
            onChange={(event) => setHour.mutate(event.target.value === '' ? null : Number(event.target.value))}
          >
            <option value="">for the whole day</option>
            {Array.from({ length: 24 }, (_, each) => (
              <option key={each} value={each}>
                at {String(each).padStart(2, '0')}:00
              </option>
            ))}
          </select>
        </div>
        <button type="button" className="button" disabled={create.isPending} onClick={() => create.mutate(hour)}>
          {exists ? 'Make a new address' : 'Make an address'}
        </button>
        {exists && (
          <button type="button" className="button" disabled={remove.isPending} onClick={() => remove.mutate()}>
            Revoke it
          </button>
        )}
      </div>
    </section>
  )
}
