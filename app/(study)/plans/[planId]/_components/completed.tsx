'use client'

import { type FormEvent, useState } from 'react'
import { DatesFields, fieldError, soundSettings } from '#components/planning/dates-fields.tsx'
import { FormError } from '#components/ui/form-error.tsx'
import { ApiError } from '#hooks/api.ts'
import { useCreatePass } from '#hooks/use-plans.ts'
import type { PlanAnswer } from '#lib/api/plan-answers.ts'
import type { ScheduleAnswer } from '#lib/api/schedule-answer.ts'
import { addDays, daysBetween } from '#lib/planning/plain-days.ts'
import { settingsProblem } from '#lib/planning/settings.ts'
import type { PlanSettings } from '#lib/planning/types.ts'
import { PassFigures } from './pass-figures.tsx'

/** Shown when a plan is finished: its figures, and a form that starts a second pass. */
export function Completed({ plan, schedule }: { plan: PlanAnswer; schedule: ScheduleAnswer }) {
  const [isAgain, setAgain] = useState(false)
  const readings = plan.items.filter((item) => item.kind === 'read' && item.state === 'done')
  const organisations = [...new Set(readings.flatMap((item) => item.organisation ?? []))].toSorted()
  return (
    <section className="completed" aria-labelledby="completed">
      <h2 id="completed">You have finished this plan</h2>
      <PassFigures summary={schedule.summary} />
      {plan.phases.length > 0 && (
        <div className="prose mt-6">
          <p>You can now say:</p>
          <ul>
            {plan.phases
              .filter((phase) => phase.goal !== '')
              .map((phase) => (
                <li key={phase.id}>{phase.goal.replace(/^After this /, '')}</li>
              ))}
          </ul>
        </div>
      )}
      {organisations.length > 0 && <p className="quiet mt-4 max-w-[65ch]">Read from {organisations.join(', ')}.</p>}
      <div className="no-print mt-6 flex flex-wrap gap-2">
        <button type="button" className="button" onClick={() => print()}>
          Print this page
        </button>
        <button type="button" className="button" aria-expanded={isAgain} onClick={() => setAgain(!isAgain)}>
          Study it a second time…
        </button>
      </div>
      {isAgain && <NextPass plan={plan} today={schedule.today} />}
    </section>
  )
}

/** Dates for the next pass, as long as the one before. */
function NextPass({ plan, today }: { plan: PlanAnswer; today: string }) {
  const { startDate, targetDate, weekdayMinutes, timeZone } = plan
  const [settings, setSettings] = useState<PlanSettings>({
    startDate: today,
    targetDate: targetDate === null ? null : addDays(today, Math.max(1, daysBetween(startDate, targetDate))),
    weekdayMinutes,
    daysOff: [],
    timeZone,
  })
  const create = useCreatePass(plan.id)
  const problem = settingsProblem(soundSettings(settings))
  const fields = create.error instanceof ApiError ? create.error.fields : {}
  return (
    <form
      className="no-print mt-6 grid max-w-[44rem] gap-6"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        create.mutate(soundSettings(settings))
      }}
    >
      <p className="quiet">
        The first pass stays in the plan’s history. What you read before does not count again until you read it again.
      </p>
      <FormError>{create.error && Object.keys(fields).length === 0 ? create.error.message : null}</FormError>
      <DatesFields
        value={settings}
        onChange={(part) => setSettings({ ...settings, ...part })}
        errorOf={(field) => (problem?.field === field ? problem.message : fieldError(fields, field))}
      />
      <button
        type="submit"
        className="button button-main justify-self-start"
        disabled={problem !== null || create.isPending}
      >
        Begin pass {plan.pass + 1}
      </button>
    </form>
  )
}
