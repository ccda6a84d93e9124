'use client'

import dynamic from 'next/dynamic'
import { type ReactNode, useState } from 'react'
import { focusHeading } from '#components/ui/focus-heading.ts'
import { NoteOpener } from '#components/planning/note-opener.tsx'
import { usePlan, useSchedule } from '#hooks/use-plans.ts'
import type { PlanAnswer } from '#lib/api/plan-answers.ts'
import type { ScheduleAnswer } from '#lib/api/schedule-answer.ts'
import { canEditPlan, canMarkItems } from '#lib/permissions.ts'
import { BurnUp } from './burn-up.tsx'
import { CalendarView } from './calendar-view.tsx'
import { FallenItems } from './fallen-items.tsx'
import { HeldElsewhere } from './held-elsewhere.tsx'
import { PlanFigures } from './plan-figures.tsx'
import { PlanHead } from './plan-head.tsx'
import { PlanViews, viewOf } from './plan-views.tsx'
import { Repairs } from './repairs.tsx'
import { SlackLine } from './slack-line.tsx'
import { WeeksView } from './weeks-view.tsx'

// What not everybody opens is fetched when they do.
const ItemsView = dynamic(() => import('./items-view.tsx').then((file) => file.ItemsView))
const HistoryView = dynamic(() => import('./history-view.tsx').then((file) => file.HistoryView))
const Completed = dynamic(() => import('./completed.tsx').then((file) => file.Completed))

interface PlanPageProps {
  plan: PlanAnswer
  schedule: ScheduleAnswer
  view: string | null
  /** What is to be expected of the interview day. */
  foresight: ReactNode
}

/** A plan: how it stands in a line, its days, and below them its figures. */
export function PlanPage({
  plan: initialPlan,
  schedule: initialSchedule,
  view: initialView,
  foresight,
}: PlanPageProps) {
  const { data: plan } = usePlan(initialPlan)
  const { data: schedule } = useSchedule(initialPlan.id, initialSchedule)
  const [view, setView] = useState(viewOf(initialView))
  const does = canMarkItems(plan.role)
  const edits = canEditPlan(plan.role)
  const isComplete = schedule.remainingMinutes === 0 && plan.items.some((item) => item.state === 'done')
  return (
    <NoteOpener>
      <PlanHead plan={plan} schedule={schedule} />
      {isComplete && <Completed plan={plan} schedule={schedule} />}
      {does && !isComplete && <Repairs planId={plan.id} schedule={schedule} />}
      {does && <SlackLine planId={plan.id} schedule={schedule} />}
      <PlanViews planId={plan.id} view={view} onView={setView} hasToday={view === 'weeks' || view === 'calendar'} />
      {view === 'weeks' && plan.items.length === 0 && (
        <div className="empty">
          <p>What you add appears here, spread over your days: readings, drills, tasks of your own.</p>
          {edits && (
            <button
              type="button"
              className="button button-main mt-4"
              onClick={() => {
                setView('items')
                focusHeading()
              }}
            >
              Add the first item
            </button>
          )}
        </div>
      )}
      {view === 'weeks' && <WeeksView plan={plan} schedule={schedule} isReadOnly={!does} />}
      {view === 'calendar' && <CalendarView schedule={schedule} />}
      {view === 'items' && <ItemsView plan={plan} schedule={schedule} canEdit={edits} />}
      {view === 'history' && <HistoryView planId={plan.id} />}
      {view !== 'history' && (
        <>
          <FallenItems fallen={schedule.fallen} late={schedule.late} plan={plan} />
          <HeldElsewhere held={schedule.inOtherPlan} plan={plan} today={schedule.today} />
        </>
      )}
      {plan.items.length > 0 && view !== 'history' && (
        <section aria-labelledby="figures" className="mt-14 border-t-2 border-ink pt-4">
          <h2 id="figures" className="mb-4">
            How it goes
          </h2>
          <PlanFigures plan={plan} schedule={schedule} />
          {foresight}
          <BurnUp
            burnUp={schedule.burnUp}
            today={schedule.today}
            startDate={schedule.settings.startDate}
            targetDate={schedule.settings.targetDate}
          />
        </section>
      )}
    </NoteOpener>
  )
}
