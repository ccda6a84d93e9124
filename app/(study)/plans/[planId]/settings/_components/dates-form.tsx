'use client'

import { type FormEvent, useDeferredValue, useMemo, useState } from 'react'
import { DatesFields, fieldError, soundSettings } from '#components/planning/dates-fields.tsx'
import { FormError } from '#components/ui/form-error.tsx'
import { showToast } from '#components/ui/toaster.tsx'
import { ApiError } from '#hooks/api.ts'
import { useSetPlan } from '#hooks/use-plans.ts'
import type { PlanAnswer } from '#lib/api/plan-answers.ts'
import type { Fits } from '#lib/planning/fits.ts'
import type { PlanSettings } from '#lib/planning/types.ts'
import { tiersInWords, shortDay } from '#lib/planning/words.ts'
import { useDatesPreview } from './use-dates-preview.ts'

/** The viewer's own dates and minutes on a plan, with what comes of them as they type. */
export function DatesForm({ plan, today }: { plan: PlanAnswer; today: string }) {
  const { startDate, targetDate, weekdayMinutes, daysOff, timeZone } = plan
  const [settings, setSettings] = useState<PlanSettings>({ startDate, targetDate, weekdayMinutes, daysOff, timeZone })
  const setPlan = useSetPlan(plan.id)
  const seen = useDeferredValue(settings)
  const preview = useDatesPreview(plan.id)
  const fits = useMemo((): Fits | Pick<Fits, 'problem'> => {
    const sound = soundSettings(seen)
    return preview?.(sound, changesOf(plan, sound)) ?? { problem: null }
  }, [plan, preview, seen])
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
            `Ends ${shortDay(fits.endDate, today)}. ${outcome(fits)}${costs(fits)}`}
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
