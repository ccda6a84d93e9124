'use client'

import { type FormEvent, useDeferredValue, useMemo, useState } from 'react'
import { DaysOff } from '#components/planning/days-off.tsx'
import { WeekdayMinutes } from '#components/planning/weekday-minutes.tsx'
import { Field } from '#components/ui/field.tsx'
import { FormError } from '#components/ui/form-error.tsx'
import { TimeZoneField } from '#components/ui/time-zone-field.tsx'
import { ApiError } from '#hooks/api.ts'
import { useSetMe } from '#hooks/use-account.ts'
import { useCreatePlan } from '#hooks/use-plans.ts'
import { addDays } from '#lib/planning/days.ts'
import { fitsOf } from '#lib/planning/fits.ts'
import type { PlanItem } from '#lib/planning/types.ts'
import { type EnrolContent, type EnrolState, settingsOf } from './enrol-state.ts'
import { FitsPanel } from './fits-panel.tsx'

interface EnrolFormProps {
  content: EnrolContent
  /** ISO day of the viewer. */
  today: string
  timeZone: string
  speedPercent: number
  /** Minutes that running plans take, by ISO day. */
  taken: [string, number][]
}

/** Dates and minutes for a new plan; beside them, as one types, what fits. */
export function EnrolForm({ content, today, timeZone, speedPercent, taken }: EnrolFormProps) {
  const [state, setState] = useState<EnrolState>({
    title: content.title,
    startDate: today,
    targetDate: content.isInterview ? addDays(today, content.days) : null,
    isProposed: true,
    weekdayMinutes: content.weekdayMinutes,
    daysOff: [],
    timeZone,
    speedPercent,
  })
  const [planId] = useState(() => crypto.randomUUID())
  const create = useCreatePlan()
  const setMe = useSetMe()
  const change = (part: Partial<EnrolState>) => setState((before) => ({ ...before, ...part }))

  const items = useMemo(() => itemsOf(content), [content])
  const seen = useDeferredValue(state)
  const fits = useMemo(
    () => fitsOf({ items, settings: settingsOf(seen), speedPercent: seen.speedPercent, today, taken: new Map(taken) }),
    [items, seen, today, taken],
  )
  const fields = create.error instanceof ApiError ? create.error.fields : {}
  const errorOf = (field: string) =>
    fits.problem?.field === field
      ? fits.problem.message
      : Object.entries(fields).find(([name]) => name.split('.')[0] === field)?.[1]

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (state.speedPercent !== speedPercent) await setMe.mutateAsync({ speedPercent: state.speedPercent })
    const { templateId, readingIds } = content
    await create.mutateAsync({
      id: planId,
      templateId,
      title: state.title.trim() || content.title,
      ...(readingIds ? { readingIds } : {}),
      ...settingsOf(state),
    })
    location.assign(`/plans/${planId}`)
  }

  return (
    <form className="enrol" onSubmit={(event) => void submit(event).catch(() => {})}>
      <header>
        <p className="eyebrow">
          <a href="/plans/new">All plans to start from</a>
        </p>
        <h1 className="max-w-[24ch]">{content.title}</h1>
        <p className="quiet mt-1 max-w-[60ch]">{content.summary}</p>
      </header>
      <div className="grid content-start gap-6">
        <FormError>
          {create.error && Object.keys(fields).length === 0 ? `Not saved: ${create.error.message}` : null}
        </FormError>
        <Field
          label="Title"
          name="title"
          value={state.title}
          maxLength={120}
          onChange={(event) => change({ title: event.target.value })}
          error={errorOf('title')}
        />
        <div className="grid gap-6 sm:grid-cols-2">
          <Field
            label="First day"
            name="startDate"
            type="date"
            className="input figures"
            value={state.startDate}
            onChange={(event) => change(withStart(state, event.target.value, content.days))}
            error={errorOf('startDate')}
          />
          <Field
            label="Interview day"
            name="targetDate"
            type="date"
            className="input figures"
            value={state.targetDate ?? ''}
            onChange={(event) => change({ targetDate: event.target.value || null, isProposed: false })}
            hint={state.targetDate === null ? 'None: the plan ends when it is done.' : undefined}
            error={errorOf('targetDate')}
            aside={
              state.targetDate !== null && (
                <button type="button" className="small quiet underline" onClick={() => change({ targetDate: null })}>
                  None
                </button>
              )
            }
          />
        </div>
        <WeekdayMinutes
          value={state.weekdayMinutes}
          onChange={(weekdayMinutes) => change({ weekdayMinutes })}
          error={errorOf('weekdayMinutes')}
        />
        <DaysOff value={state.daysOff} onChange={(daysOff) => change({ daysOff })} />
        <div className="grid gap-6 sm:grid-cols-2">
          <TimeZoneField
            defaultValue={state.timeZone}
            onChange={(zone) => change({ timeZone: zone })}
            error={errorOf('timeZone')}
          />
          <Field
            label="Your speed, in percent"
            name="speedPercent"
            type="number"
            min={25}
            max={400}
            step={5}
            className="input figures"
            value={Number.isNaN(state.speedPercent) ? '' : state.speedPercent}
            onChange={(event) => change({ speedPercent: event.target.valueAsNumber })}
            hint="100 takes the minutes that are estimated, 150 half as long again. Holds for all your plans."
          />
        </div>
      </div>
      <FitsPanel
        fits={fits}
        state={seen}
        content={content}
        isShared={taken.length > 0}
        onMinutes={(weekdayMinutes) => change({ weekdayMinutes })}
      >
        <button
          type="submit"
          className="button button-main w-full"
          disabled={create.isPending || create.isSuccess || fits.problem !== null || items.length === 0}
        >
          {create.isPending || create.isSuccess ? 'Starting…' : 'Start this plan'}
        </button>
      </FitsPanel>
    </form>
  )
}

/** A first day that moves takes along an interview day that was only proposed. */
function withStart({ targetDate, isProposed }: EnrolState, startDate: string, days: number): Partial<EnrolState> {
  if (startDate === '' || targetDate === null || !isProposed) return { startDate }
  return { startDate, targetDate: addDays(startDate, days) }
}

function itemsOf({ entries }: EnrolContent): PlanItem[] {
  return entries.map(({ key, ...entry }, position) => ({
    ...entry,
    id: key,
    position,
    readingId: null,
    state: 'todo',
    day: null,
    pin: null,
  }))
}
