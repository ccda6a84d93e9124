'use client'

import { type FormEvent, type ReactNode, useState } from 'react'
import { DaysOff } from '#components/planning/days-off.tsx'
import { WeekdayMinutes } from '#components/planning/weekday-minutes.tsx'
import { Field } from '#components/ui/field.tsx'
import { FormError, useFocusOnError } from '#components/ui/form-error.tsx'
import { DaysCountedIn } from '#components/planning/days-counted-in.tsx'
import { ApiError } from '#hooks/api.ts'
import type { PlanSettings } from '#lib/planning/types.ts'

/** What the form gives: dates and minutes, and a title where it asks for one. */
export type DatesOutput = PlanSettings & { title?: string }

interface DatesFormProps {
  /** ISO day of the viewer. */
  today: string
  timeZone: string
  /** The words on the button. */
  submit: string
  /** The title to begin with; without one none is asked for. */
  title?: string
  /** What the server said last. */
  error: Error | null
  isPending: boolean
  onSubmit: (output: DatesOutput) => void
  /** Stands above the dates. */
  children?: ReactNode
}

/** What the form begins with: an hour on each workday from today on. A guest, who does nothing, keeps it. */
export function firstDates(today: string, timeZone: string): PlanSettings {
  return { startDate: today, targetDate: null, weekdayMinutes: [60, 60, 60, 60, 60, 0, 0], daysOff: [], timeZone }
}

/** The viewer's dates and minutes on a plan, for joining, copying and importing one. */
export function DatesForm({ today, timeZone, submit, title, error, isPending, onSubmit, children }: DatesFormProps) {
  const [dates, setDates] = useState(() => firstDates(today, timeZone))
  const [name, setName] = useState(title)
  const form = useFocusOnError(error)
  const change = (part: Partial<PlanSettings>) => setDates((before) => ({ ...before, ...part }))
  const fields = error instanceof ApiError ? error.fields : {}
  const errorOf = (field: string) => Object.entries(fields).find(([key]) => key.split('.')[0] === field)?.[1]
  const isOfField = ['startDate', 'targetDate', 'weekdayMinutes', 'daysOff', 'title'].some(errorOf)

  function send(event: FormEvent) {
    event.preventDefault()
    onSubmit({ ...dates, ...(name === undefined ? {} : { title: name }) })
  }

  return (
    <form ref={form} onSubmit={send} className="grid gap-5">
      <FormError>{error && !isOfField ? error.message : null}</FormError>
      {children}
      {name !== undefined && (
        <Field
          label="Title"
          name="title"
          value={name}
          maxLength={120}
          required
          onChange={(event) => setName(event.target.value)}
          error={errorOf('title')}
        />
      )}
      <div className="grid gap-5 sm:grid-cols-2">
        <Field
          label="First day"
          name="startDate"
          type="date"
          className="input figures"
          required
          value={dates.startDate}
          onChange={(event) => change({ startDate: event.target.value })}
          error={errorOf('startDate')}
        />
        <Field
          label="Interview day, if there is one"
          name="targetDate"
          type="date"
          className="input figures"
          value={dates.targetDate ?? ''}
          onChange={(event) => change({ targetDate: event.target.value || null })}
          error={errorOf('targetDate')}
        />
      </div>
      <WeekdayMinutes
        value={dates.weekdayMinutes}
        onChange={(weekdayMinutes) => change({ weekdayMinutes })}
        error={errorOf('weekdayMinutes')}
      />
      <DaysOff value={dates.daysOff} onChange={(daysOff) => change({ daysOff })} />
      <DaysCountedIn timeZone={dates.timeZone} />
      <button type="submit" className="button button-main justify-self-start" disabled={isPending}>
        {isPending ? 'Working…' : submit}
      </button>
    </form>
  )
}
