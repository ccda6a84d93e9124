'use client'

import type { PlanAnswer } from '#lib/api/plan-answers.ts'
import type { ScheduleAnswer } from '#lib/api/schedule-answer.ts'
import { AddItem } from './add-item.tsx'
import { PhaseItems } from './phase-items.tsx'

interface ItemsViewProps {
  plan: PlanAnswer
  schedule: ScheduleAnswer
  canEdit: boolean
}

/** All items, phase by phase; for those who edit the plan, with ways to add, move, change and take out. */
export function ItemsView({ plan, schedule, canEdit }: ItemsViewProps) {
  const loose = plan.items.filter((item) => item.phaseId === null)
  const phases = [
    ...(loose.length > 0 || plan.phases.length === 0 ? [{ id: null, title: null, goal: '' }] : []),
    ...plan.phases,
  ]
  return (
    <div className="grid gap-10">
      {phases.map((phase) => (
        <section key={phase.id} aria-label={phase.title ?? 'Items'}>
          {phase.title !== null && <h2>{phase.title}</h2>}
          {phase.goal !== '' && <p className="quiet mb-2 italic">{phase.goal}</p>}
          <PhaseItems
            plan={plan}
            phaseId={phase.id}
            items={plan.items.filter((item) => item.phaseId === phase.id)}
            today={schedule.today}
            canEdit={canEdit}
          />
          {canEdit && <AddItem planId={plan.id} phaseId={phase.id} />}
        </section>
      ))}
    </div>
  )
}
