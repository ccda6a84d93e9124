'use client'

import { Field } from '#components/ui/field.tsx'
import type { PlanSettings } from '#lib/planning/types.ts'
import { DaysCountedIn } from './days-counted-in.tsx'
import { DaysOff } from './days-off.tsx'
import { WeekdayMinutes } from './weekday-minutes.tsx'

interface DatesFieldsProps {
  /** A number that is being typed may be NaN; see `soundSettings`. */
  value: PlanSettings
  onChange: (change: Partial<PlanSettings>) => void
  /** What is wrong with a field, as a sentence. */
  errorOf: (field: string) => string | undefined
}

/** A person's dates and minutes on a plan. */
export function DatesFields({ value, onChange, errorOf }: DatesFieldsProps) {
  return (
    <>
      <div className="grid items-start gap-6 sm:grid-cols-2">
        <Field
          label="First day"
          name="startDate"
          type="date"
          className="input figures"
          value={value.startDate}
          onChange={(event) => onChange({ startDate: event.target.value })}
          error={errorOf('startDate')}
        />
        <Field
          label="Interview day"
          name="targetDate"
          type="date"
          className="input figures"
          value={value.targetDate ?? ''}
          onChange={(event) => onChange({ targetDate: event.target.value || null })}
          hint={value.targetDate === null ? 'None: the plan ends when it is done.' : undefined}
          error={errorOf('targetDate')}
          aside={
            value.targetDate !== null && (
              <button type="button" className="small quiet underline" onClick={() => onChange({ targetDate: null })}>
                None
              </button>
            )
          }
        />
      </div>
      <WeekdayMinutes
        value={value.weekdayMinutes}
        onChange={(weekdayMinutes) => onChange({ weekdayMinutes })}
        error={errorOf('weekdayMinutes')}
      />
      <DaysOff value={value.daysOff} onChange={(daysOff) => onChange({ daysOff })} />
      <DaysCountedIn timeZone={value.timeZone} />
    </>
  )
}

/** Dates and minutes as they can be sent: a field that is empty as one types holds no minutes. */
export function soundSettings({ weekdayMinutes, ...settings }: PlanSettings): PlanSettings {
  return { ...settings, weekdayMinutes: weekdayMinutes.map((minutes) => (Number.isNaN(minutes) ? 0 : minutes)) }
}

/** The sentence about a field among those of an answer, whose names may go deeper (`daysOff.0`). */
export function fieldError(fields: Record<string, string>, field: string): string | undefined {
  return Object.entries(fields).find(([name]) => name.split('.')[0] === field)?.[1]
}
