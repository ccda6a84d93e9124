'use client'

import { type FormEvent, useDeferredValue, useMemo, useState } from 'react'
import { DatesFields, fieldError, soundSettings } from '#components/planning/dates-fields.tsx'
import { Field } from '#components/ui/field.tsx'
import { FormError } from '#components/ui/form-error.tsx'
import { SharedText } from '#components/ui/shared-text.tsx'
import { showToast } from '#components/ui/toaster.tsx'
import { ApiError } from '#hooks/api.ts'
import { useSetPlan, useStanding } from '#hooks/use-plans.ts'
import { canEditPlan, canMarkItems } from '#lib/permissions.ts'
import type { PlanAnswer } from '#lib/api/plan-answers.ts'
import type { ScheduleAnswer } from '#lib/api/schedule-answer.ts'
import { withByHand } from '#lib/planning/by-hand.ts'
import { recall } from '#lib/planning/dealings.ts'
import { type Fits, fitsOf } from '#lib/planning/fits.ts'
import { settingsProblem } from '#lib/planning/settings.ts'
import type { PlanSettings } from '#lib/planning/types.ts'
import { tiersInWords, shortDay } from '#lib/planning/words.ts'
import { CalendarFeed } from '#components/planning/calendar-feed.tsx'
import { SwitchTemplate } from './switch-template.tsx'

interface DatesViewProps {
  plan: PlanAnswer
  schedule: ScheduleAnswer
  /** What the plan can become. */
  family: { id: string; title: string }[]
}

/** A plan's name, the viewer's dates and minutes on it, its calendar, and how to end it. */
export function DatesView({ plan, schedule, family }: DatesViewProps) {
  return (
    <div className="grid max-w-[44rem] gap-12">
      {canMarkItems(plan.role) && <DatesForm plan={plan} schedule={schedule} />}
      {canEditPlan(plan.role) && <SwitchTemplate planId={plan.id} family={family} />}
      {canEditPlan(plan.role) && <WordsForm plan={plan} />}
      {canMarkItems(plan.role) && <CalendarFeed planId={plan.id} />}
    </div>
  )
}

function DatesForm({ plan, schedule }: Omit<DatesViewProps, 'family'>) {
  const { startDate, targetDate, weekdayMinutes, daysOff, timeZone } = plan
  const [settings, setSettings] = useState<PlanSettings>({ startDate, targetDate, weekdayMinutes, daysOff, timeZone })
  const setPlan = useSetPlan(plan.id)
  const seen = useDeferredValue(settings)
  const { data: standing } = useStanding()
  const recalled = useMemo(() => standing && recall(standing), [standing])
  const fits = useMemo(() => {
    const settings = soundSettings(seen)
    const known = recalled?.plans.get(plan.id)?.turn.plan
    if (!recalled || !known) return { problem: settingsProblem(settings) }
    return fitsOf(recalled, withByHand(known, changesOf(plan, settings)), recalled.person)
  }, [plan, recalled, seen])
  const fields = setPlan.error instanceof ApiError ? setPlan.error.fields : {}
  const changed = changesOf(plan, soundSettings(settings))

  function submit(event: FormEvent) {
    event.preventDefault()
    setPlan.mutate(changed, { onSuccess: () => showToast({ text: 'Your days are planned anew.' }) })
  }

  return (
    <form className="grid gap-6" onSubmit={submit} aria-labelledby="dates">
      <div>
        <h2 id="dates">Your dates and minutes</h2>
        <p className="quiet">
          A holiday can be put in at any time, one that is over too: those days are not held against you.
        </p>
      </div>
      <FormError>
        {setPlan.error && Object.keys(fields).length === 0 ? `Not saved: ${setPlan.error.message}` : null}
      </FormError>
      <DatesFields
        value={settings}
        onChange={(part) => setSettings({ ...settings, ...part })}
        errorOf={(field) => (fits.problem?.field === field ? fits.problem.message : fieldError(fields, field))}
      />
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <button
          type="submit"
          className="button button-main"
          disabled={Object.keys(changed).length === 0 || fits.problem !== null || setPlan.isPending}
        >
          {setPlan.isPending ? 'Saving…' : 'Save'}
        </button>
        <p className="quiet figures" aria-live="polite">
          {'endDate' in fits &&
            fits.endDate !== null &&
            `Ends ${shortDay(fits.endDate, schedule.today)}. ${outcome(fits)}${costs(fits)}`}
        </p>
      </div>
    </form>
  )
}

function costs({ others }: Fits): string {
  return others.map(({ says }) => ` Your other plan: ${says}.`).join('')
}

function outcome({ falls, late }: Fits): string {
  const gone = (['could', 'should'] as const).flatMap((tier) => Array.from({ length: falls[tier] }, () => ({ tier })))
  if (late > 0) return `${late} must ${late === 1 ? 'does' : 'do'} not fit before it.`
  return gone.length > 0 ? `${tiersInWords(gone)} would be left out.` : 'Everything fits.'
}

/** Only changed fields are sent, because each one plans the days anew. */
function changesOf(plan: PlanAnswer, settings: PlanSettings): Partial<PlanSettings> {
  return Object.fromEntries(
    Object.entries(settings).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(plan[name as keyof PlanAnswer]),
    ),
  )
}

function WordsForm({ plan }: { plan: PlanAnswer }) {
  const setPlan = useSetPlan(plan.id)
  const [base, setBase] = useState(plan.title)
  const theirs =
    setPlan.error instanceof ApiError && setPlan.error.status === 409
      ? (setPlan.error.current as { title: string }).title
      : null
  return (
    <form
      className="grid gap-4"
      aria-labelledby="words"
      onSubmit={(event) => {
        event.preventDefault()
        const title = String(new FormData(event.currentTarget).get('title'))
        setPlan.mutate(
          { title, was: { title: theirs ?? base } },
          {
            onSuccess: () => {
              setBase(title)
              showToast({ text: 'Saved.' })
            },
          },
        )
      }}
    >
      <h2 id="words">Its name</h2>
      <FormError>
        {theirs !== null
          ? `Somebody changed the title meanwhile: it now is “${theirs}”. Save again to put yours in its place.`
          : setPlan.error
            ? `Not saved: ${setPlan.error.message}`
            : null}
      </FormError>
      <Field label="Title" name="title" defaultValue={plan.title} maxLength={120} required />
      <button type="submit" className="button justify-self-start" disabled={setPlan.isPending}>
        Save
      </button>
      <SharedText
        name={`plan:${plan.id}`}
        label="What it is for"
        saved={plan.description}
        max={2000}
        rows={3}
        save={(description, was) => setPlan.mutateAsync({ description, was: { description: was } })}
        currentOf={(current) => (current as { description: string }).description}
      />
    </form>
  )
}
