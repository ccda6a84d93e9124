import type { Dashboard } from '#db/queries/study/dashboard.ts'
import { doneOf } from '#lib/study/chart-words.ts'
import { Part } from './part.tsx'
import { PlanLines } from './plan-lines.tsx'
import { WeekFigure } from './week-figure.tsx'

/** Today and this week against the plans. */
export function WeekPart({ board: { plans, week, today } }: { board: Dashboard }) {
  const minutes = week.reduce((sum, day) => sum + day.minutes, 0)
  const planned = week.reduce((sum, day) => sum + day.plannedMinutes, 0)
  return (
    <Part id="week" title="This week" aside={doneOf(minutes, planned)}>
      {plans.length > 0 && <PlanLines plans={plans} />}
      <div className="mt-4">
        <WeekFigure week={week} today={today} />
      </div>
    </Part>
  )
}
