'use client'

import { focusHeading } from '#components/ui/focus-heading.ts'
import { showToast } from '#components/ui/toaster.tsx'
import { useSetPlan } from '#hooks/use-plans.ts'
import type { ScheduleAnswer } from '#lib/api/schedule-answer.ts'
import { counted } from '#lib/format.ts'
import { minutesInWords } from '#lib/planning/words.ts'

/** Said of a plan that ends well before its interview: by how much, and the fewer minutes that would do. */
export function SlackLine({ planId, schedule: { slack, settings } }: { planId: string; schedule: ScheduleAnswer }) {
  const { mutate, isPending } = useSetPlan(planId)
  if (slack === null) return null
  const { days, weekdayMinutes } = slack
  const before = [...settings.weekdayMinutes]
  const onError = (error: Error) => showToast({ text: `Not saved: ${error.message}`, tone: 'error' })
  const use = (minutes: readonly number[]) =>
    mutate(
      { weekdayMinutes: [...minutes] },
      {
        onError,
        onSuccess: () => {
          focusHeading()
          showToast({
            text: `Your days are planned with ${minutesInWords(minutes)}.`,
            actions: [{ label: 'Undo', run: () => mutate({ weekdayMinutes: before }, { onError }) }],
          })
        },
      },
    )
  return (
    <p className="figures mb-2 flex flex-wrap items-baseline gap-x-3 gap-y-1 no-print">
      <span>
        You would be done {counted(days, 'day')} before your interview.
        {weekdayMinutes && ` ${minutesInWords(weekdayMinutes)} would do.`}
      </span>
      {weekdayMinutes && (
        <button type="button" className="button button-small" disabled={isPending} onClick={() => use(weekdayMinutes)}>
          Use these minutes
        </button>
      )}
    </p>
  )
}
