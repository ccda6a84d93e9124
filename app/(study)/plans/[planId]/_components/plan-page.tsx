'use client'

import { type ReactNode, useState } from 'react'
import { NoteOpener } from '#components/planning/note-opener.tsx'
import { usePlan, useSchedule } from '#hooks/use-plans.ts'
import type { PlanAnswer } from '#lib/api/plan-answers.ts'
import type { ScheduleAnswer } from '#lib/api/schedule-answer.ts'
import { canEditPlan, canMarkItems } from '#lib/permissions.ts'
import { BurnUp } from './burn-up.tsx'
import { CalendarView } from './calendar-view.tsx'
import { Completed } from './completed.tsx'
import { DatesView } from './dates-view.tsx'
import { FallenItems } from './fallen-items.tsx'
import { HistoryView } from './history-view.tsx'
import { ItemsView } from './items-view.tsx'
import { PlanHead } from './plan-head.tsx'
import { Repairs } from './repairs.tsx'
import { WeeksView } from './weeks-view.tsx'

const views = [
  ['weeks', 'Weeks'],
  ['calendar', 'Calendar'],
  ['items', 'All items'],
  ['dates', 'Dates'],
  ['history', 'History'],
] as const
type View = (typeof views)[number][0]

interface PlanPageProps {
  plan: PlanAnswer
  schedule: ScheduleAnswer
  view: string | null
  family: { id: string; title: string }[]
  /** What is to be expected of the interview day. */
  foresight: ReactNode
}

/** A plan: progress, repairs when the viewer is behind, and its days. */
export function PlanPage({
  plan: initialPlan,
  schedule: initialSchedule,
  view: initialView,
  family,
  foresight,
}: PlanPageProps) {
  const { data: plan } = usePlan(initialPlan)
  const { data: schedule } = useSchedule(initialPlan.id, initialSchedule)
  const [view, setView] = useState<View>(views.find(([name]) => name === initialView)?.[0] ?? 'weeks')
  const does = canMarkItems(plan.role)
  const isComplete = schedule.remainingMinutes === 0 && plan.items.some((item) => item.state === 'done')
  const show = (next: View) => {
    setView(next)
    history.replaceState(null, '', next === 'weeks' ? location.pathname : `?view=${next}`)
  }
  return (
    <NoteOpener>
      <PlanHead plan={plan} schedule={schedule} />
      {foresight}
      {isComplete && <Completed plan={plan} schedule={schedule} />}
      {does && !isComplete && <Repairs planId={plan.id} schedule={schedule} />}
      {plan.items.length > 0 && <BurnUp burnUp={schedule.burnUp} today={schedule.today} />}
      <nav aria-label="Ways to see the plan" className="tabs no-print">
        {views.map(([name, title]) => (
          <button key={name} type="button" aria-pressed={view === name} onClick={() => show(name)}>
            {title}
          </button>
        ))}
      </nav>
      {view === 'weeks' && plan.items.length === 0 && (
        <div className="empty">
          <p>What you add appears here, spread over your days: readings, drills, tasks of your own.</p>
          {canEditPlan(plan.role) && (
            <button type="button" className="button button-main mt-4" onClick={() => show('items')}>
              Add the first item
            </button>
          )}
        </div>
      )}
      {view === 'weeks' && <WeeksView plan={plan} schedule={schedule} isReadOnly={!does} />}
      {view === 'calendar' && <CalendarView schedule={schedule} />}
      {view === 'items' && <ItemsView plan={plan} schedule={schedule} canEdit={canEditPlan(plan.role)} />}
      {view === 'dates' && <DatesView key={plan.version} plan={plan} schedule={schedule} family={family} />}
      {view === 'history' && <HistoryView planId={plan.id} />}
      {view !== 'dates' && view !== 'history' && (
        <FallenItems fallen={schedule.fallen} late={schedule.late} plan={plan} />
      )}
    </NoteOpener>
  )
}
