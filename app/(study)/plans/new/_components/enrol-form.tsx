'use client'

import { type FormEvent, useDeferredValue, useMemo, useState } from 'react'
import { DatesFields, fieldError, soundSettings } from '#components/planning/dates-fields.tsx'
import { Field } from '#components/ui/field.tsx'
import { FormError } from '#components/ui/form-error.tsx'
import { ApiError } from '#hooks/api.ts'
import { useSetMe } from '#hooks/use-account.ts'
import { useCreatePlan } from '#hooks/use-plans.ts'
import { newId } from '#lib/new-id.ts'
import { addDays, daysBetween } from '#lib/planning/plain-days.ts'
import type { Standing } from '#lib/planning/dealings.ts'
import type { Fits } from '#lib/planning/fits.ts'
import type { NewEntry } from '#lib/planning/fits-of-new.ts'
import type { PlanSettings } from '#lib/planning/types.ts'
import { Choice } from './choice.tsx'
import { type EnrolContent, type EnrolState, firstSettings } from './enrol-state.ts'
import { FitsPanel, FitsStrip } from './fits-panel.tsx'
import { MergeInto } from './merge-into.tsx'
import { usePreview } from './use-preview.ts'

interface EnrolFormProps {
  content: EnrolContent
  /** ISO day of the viewer. */
  today: string
  timeZone: string
  speedPercent: number
  /** The interview day that the person came with; null: one is proposed. */
  date: string | null
  /** Other plans for the same, where a day was given. */
  others: { id: string; title: string; days: number }[]
  /** How the viewer's running plans stand. */
  standing: Standing
  /** What fits as the form comes. */
  initialFits: Fits
  /** Plans that the viewer edits, which the readings could go into instead. */
  plans: { id: string; title: string }[]
}

/** Dates and minutes for a new plan; beside them, what fits, updated while typing. */
export function EnrolForm({
  content,
  today,
  timeZone,
  speedPercent,
  date,
  others,
  standing,
  initialFits,
  plans,
}: EnrolFormProps) {
  const [state, setState] = useState<EnrolState>({
    title: content.title,
    settings: firstSettings(content, today, date, timeZone),
    isProposed: date === null,
    speedPercent,
    leftOut: new Set(),
  })
  const create = useCreatePlan()
  const setMe = useSetMe()
  const [planId] = useState(newId)
  const change = (part: Partial<EnrolState>) => setState((before) => ({ ...before, ...part }))

  const seen = useDeferredValue(state)
  const entries = useMemo(() => content.entries.filter(({ key }) => !seen.leftOut.has(key)), [content, seen.leftOut])
  const preview = usePreview(standing)
  const fits = useMemo(
    () =>
      preview?.({
        entries,
        isOwnChoice: content.templateId === null,
        settings: { ...soundSettings(seen.settings), timeZone },
        today,
        speedPercent: seen.speedPercent || 100,
      }) ?? initialFits,
    [preview, initialFits, entries, content.templateId, seen.settings, seen.speedPercent, today, timeZone],
  )
  const fields = create.error instanceof ApiError ? create.error.fields : {}
  const errorOf = (field: string) => (fits.problem?.field === field ? fits.problem.message : fieldError(fields, field))
  const isStarting = create.isPending || create.isSuccess

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (state.speedPercent !== speedPercent && state.speedPercent > 0)
      await setMe.mutateAsync({ speedPercent: state.speedPercent })
    await create.mutateAsync({
      id: planId,
      templateId: content.templateId,
      title: state.title.trim() || content.title,
      ...(content.templateId === null ? { phases: phasesOf(content, entries) } : {}),
      ...soundSettings(state.settings),
    })
    location.assign(`/plans/${planId}`)
  }

  return (
    <form
      className="grid items-start gap-x-16 gap-y-8 min-[60rem]:grid-cols-[minmax(0,1fr)_22rem]"
      onSubmit={(event) => void submit(event).catch(() => {})}
    >
      <header className="min-[60rem]:col-span-full">
        <p className="eyebrow">
          <a href="/plans/new">All plan templates</a>
        </p>
        <h1 className="max-w-[24ch]">{content.title}</h1>
        <p className="quiet mt-1 max-w-[60ch]">{content.summary}</p>
        {date !== null && others.length > 0 && (
          <p className="figures mt-3 max-w-[65ch]">
            {daysBetween(today, date) >= content.days
              ? `The longest plan that your ${daysBetween(today, date)} days have room for.`
              : 'The shortest plan; what your days have no room for is left out.'}{' '}
            <span className="quiet">
              Other lengths:{' '}
              {others.map(({ id, title, days }, index) => (
                <span key={id}>
                  {index > 0 && ', '}
                  <a href={`/plans/new?template=${id}&date=${date}`} aria-label={title}>
                    {days / 7} {days === 7 ? 'week' : 'weeks'}
                  </a>
                </span>
              ))}
            </span>
          </p>
        )}
      </header>
      <div className="grid content-start gap-6">
        <FormError>
          {create.error && Object.keys(fields).length === 0 ? `Not saved: ${create.error.message}` : null}
        </FormError>
        {content.templateId === null && content.entries.length > 0 && (
          <Choice content={content} leftOut={state.leftOut} onChange={(leftOut) => change({ leftOut })} />
        )}
        <Field
          label="Title"
          name="title"
          value={state.title}
          maxLength={120}
          onChange={(event) => change({ title: event.target.value })}
          error={errorOf('title')}
        />
        <DatesFields
          value={state.settings}
          onChange={(part) => change(withDates(state, part, content.days))}
          errorOf={errorOf}
        />
        <Field
          label="Your reading time, in percent of the estimate"
          name="speedPercent"
          type="number"
          min={25}
          max={400}
          step={5}
          className="input figures max-w-32"
          value={Number.isNaN(state.speedPercent) ? '' : state.speedPercent}
          onChange={(event) => change({ speedPercent: event.target.valueAsNumber })}
          hint="150 means that readings take you 1.5 times the estimate. Applies to all your plans."
        />
      </div>
      <FitsStrip fits={fits} settings={seen.settings} />
      <FitsPanel
        fits={fits}
        settings={seen.settings}
        phases={content.phases}
        entries={entries}
        titles={new Map(plans.map(({ id, title }) => [id, title]))}
        onMinutes={(weekdayMinutes) => change({ settings: { ...state.settings, weekdayMinutes } })}
      >
        <button type="submit" className="button button-main w-full" disabled={isStarting || fits.problem !== null}>
          {isStarting ? 'Starting…' : 'Start this plan'}
        </button>
        {content.templateId === null && entries.length > 0 && (
          <MergeInto
            plans={plans}
            title={state.title}
            readingIds={entries.flatMap(({ readingId }) => readingId ?? [])}
          />
        )}
      </FitsPanel>
    </form>
  )
}

/** Moving the first day also moves an interview day that was only proposed. */
function withDates(
  { settings, isProposed }: EnrolState,
  part: Partial<PlanSettings>,
  days: number,
): Partial<EnrolState> {
  const { startDate, targetDate } = part
  if (targetDate !== undefined) return { settings: { ...settings, ...part }, isProposed: false }
  if (!startDate || settings.targetDate === null || !isProposed) return { settings: { ...settings, ...part } }
  return { settings: { ...settings, ...part, targetDate: addDays(startDate, days) } }
}

function phasesOf({ phases }: EnrolContent, entries: NewEntry[]) {
  return phases
    .map(({ title }, index) => ({
      title,
      readingIds: entries.filter(({ phase }) => phase === index).flatMap(({ readingId }) => readingId ?? []),
    }))
    .filter(({ readingIds }) => readingIds.length > 0)
}
