'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Field } from '#components/ui/field.tsx'
import { FormError } from '#components/ui/form-error.tsx'
import { useSetBusyCalendar } from '#hooks/use-busy-calendar.ts'
import type { BusyCalendar, BusyResult } from '#lib/api/busy-calendar.ts'
import { counted } from '#lib/format.ts'

/** Gives a calendar by its address or as a file, and says what it moved. */
export function BusyCalendarForm({ calendar }: { calendar: BusyCalendar | null }) {
  const router = useRouter()
  const { mutate, data, error, isPending } = useSetBusyCalendar()
  const [file, setFile] = useState<File | null>(null)
  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const url = String(form.get('url') ?? '').trim()
    const hours = { studyFrom: minutesOf(form.get('from')), studyTo: minutesOf(form.get('to')) }
    const source = file ? { text: await file.text() } : { url }
    mutate({ ...source, ...hours }, { onSuccess: () => router.refresh() })
  }
  return (
    <div className="grid gap-4">
      {calendar && <Standing calendar={calendar} />}
      {data && <Moved moved={data.moved} />}
      <form onSubmit={send} className="grid gap-4">
        <Field
          label={calendar ? 'Another address' : 'Address of a calendar'}
          name="url"
          type="text"
          inputMode="url"
          placeholder="https://….ics"
          maxLength={2000}
          hint="The secret iCal address that your calendar gives. It is read every six hours."
        />
        <div className="field">
          <label className="label" htmlFor="calendar-file">
            Or a file
          </label>
          <input
            id="calendar-file"
            type="file"
            accept=".ics,text/calendar"
            className="file-input"
            onChange={(event) => setFile(event.target.files?.[0] ?? null)}
          />
        </div>
        <div className="grid grid-cols-2 gap-4">
          <Field
            label="You study from"
            name="from"
            type="time"
            required
            defaultValue={timeOf(calendar?.studyFrom ?? 1080)}
          />
          <Field label="to" name="to" type="time" required defaultValue={timeOf(calendar?.studyTo ?? 1320)} />
        </div>
        <p className="small quiet">
          What of these hours is taken makes the day’s study minutes fewer. Only the minutes left of each day are kept:
          no title, no place, nobody’s name.
        </p>
        <FormError>{error?.message}</FormError>
        <p className="flex flex-wrap gap-2">
          <button type="submit" className="button" disabled={isPending}>
            {isPending ? 'Reading it' : 'Use it'}
          </button>
          {calendar && (
            <button
              type="button"
              className="button button-quiet"
              disabled={isPending}
              onClick={() => mutate(null, { onSuccess: () => router.refresh() })}
            >
              Forget it
            </button>
          )}
        </p>
      </form>
    </div>
  )
}

function Standing({ calendar: { host, days, left, problem } }: { calendar: BusyCalendar }) {
  return (
    <p className="small">
      {host === null ? 'From a file' : `From ${host}`}: {counted(days, 'day')} to come {days === 1 ? 'has' : 'have'}{' '}
      less study time.
      {left > 0 && ` ${counted(left, 'event')} could not be followed and ${left === 1 ? 'is' : 'are'} left out.`}
      {problem && ` The last time it could not be read: ${problem}`}
    </p>
  )
}

function Moved({ moved }: { moved: BusyResult['moved'] }) {
  return (
    <p role="status" className="notice">
      {moved.length === 0
        ? 'Nothing on your plans had to move.'
        : moved.map(({ planId, title, items }, at) => (
            <span key={planId}>
              {at > 0 && ' '}
              <a href={`/plans/${planId}`}>{title}</a>: {counted(items, 'item')} moved to another day.
            </span>
          ))}
    </p>
  )
}

function minutesOf(value: FormDataEntryValue | null): number {
  const [hour = 0, minute = 0] = String(value ?? '')
    .split(':')
    .map(Number)
  return hour * 60 + minute
}

function timeOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
