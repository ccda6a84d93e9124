'use client'

import { useId } from 'react'
import { Field, FieldNotes } from '#components/ui/field.tsx'
import { FormError } from '#components/ui/form-error.tsx'
import { TimeZoneField } from '#components/ui/time-zone-field.tsx'
import type { Me } from '#lib/api/accounts.ts'
import { speedInWords } from '#lib/study/speed.ts'
import { SaveButton } from './save-button.tsx'
import { useAccountForm } from './use-account-form.ts'

type StudyFormProps = {
  me: Omit<Me, 'id' | 'role' | 'email'>
  /** How many timed readings the speed is learnt from. */
  timed: number
}

/** Name, zone, the hour at which a day begins, speed, and whether to ask on coming back. */
export function StudyForm({ me, timed }: StudyFormProps) {
  const { fields, general, form, ...state } = useAccountForm((data) => ({
    name: String(data.get('name')),
    timeZone: String(data.get('timeZone')),
    rolloverHour: Number(data.get('rolloverHour')),
    speedPercent: Number(data.get('speedPercent')),
    usesOwnSpeed: data.has('usesOwnSpeed'),
    askOnReturn: data.has('askOnReturn'),
  }))
  return (
    <form {...form} className="grid gap-4">
      <FormError>{general}</FormError>
      <Field
        label="Name"
        name="name"
        defaultValue={me.name}
        autoComplete="name"
        required
        maxLength={80}
        hint="People on a plan with you see it."
        error={fields.name}
      />
      <TimeZoneField defaultValue={me.timeZone} error={fields.timeZone} />
      <Rollover value={me.rolloverHour} error={fields.rolloverHour} />
      <Field
        label="Your reading time, in percent of the estimate"
        name="speedPercent"
        type="number"
        min={25}
        max={400}
        step={5}
        defaultValue={me.speedPercent}
        className="input figures max-w-32"
        hint={
          me.usesOwnSpeed
            ? speedInWords(me.speedPercent, timed)
            : '150 means that readings take you 1.5 times the estimate.'
        }
        error={fields.speedPercent}
      />
      <label className="flex items-start gap-3">
        <input
          type="checkbox"
          name="usesOwnSpeed"
          defaultChecked={me.usesOwnSpeed}
          className="mt-0.5 size-5 accent-(--accent)"
        />
        <span>Learn my speed from what my readings take. What was planned for past days stays as it was.</span>
      </label>
      <label className="flex items-start gap-3">
        <input
          type="checkbox"
          name="askOnReturn"
          defaultChecked={me.askOnReturn}
          className="mt-0.5 size-5 accent-(--accent)"
        />
        <span>Ask whether a reading is done when you come back from it</span>
      </label>
      <SaveButton label="Save" {...state} />
    </form>
  )
}

function Rollover({ value, error }: { value: number; error?: string | undefined }) {
  const id = useId()
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        A new day begins at
      </label>
      <select
        id={id}
        name="rolloverHour"
        className="input figures max-w-32"
        defaultValue={value}
        aria-describedby={`${id}-hint`}
      >
        {[0, 1, 2, 3, 4, 5, 6].map((hour) => (
          <option key={hour} value={hour}>
            {`0${hour}:00`}
          </option>
        ))}
      </select>
      <FieldNotes id={id} hint="For those who study past midnight." error={error} />
    </div>
  )
}
