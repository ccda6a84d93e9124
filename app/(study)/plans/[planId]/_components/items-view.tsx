'use client'

import { ItemRow } from '#components/planning/item-row.tsx'
import { useItemActions } from '#components/planning/use-item-actions.ts'
import type { PlanAnswer, PlanItemDetail, ScheduleAnswer } from '#lib/planning/answers.ts'

interface ItemsViewProps {
  plan: PlanAnswer
  schedule: ScheduleAnswer
  canEdit: boolean
}

/** All items, phase by phase. */
export function ItemsView({ plan, schedule }: ItemsViewProps) {
  const loose = plan.items.filter((item) => item.phaseId === null)
  return (
    <>
      {loose.length > 0 && <PhaseItems plan={plan} items={loose} today={schedule.today} />}
      {plan.phases.map((phase) => (
        <section key={phase.id} className="mb-10" aria-labelledby={phase.id}>
          <h2 id={phase.id}>{phase.title}</h2>
          <p className="quiet mb-2 italic">{phase.goal}</p>
          <PhaseItems
            plan={plan}
            items={plan.items.filter((item) => item.phaseId === phase.id)}
            today={schedule.today}
          />
        </section>
      ))}
    </>
  )
}

function PhaseItems({ plan, items, today }: { plan: PlanAnswer; items: PlanItemDetail[]; today: string }) {
  const actionsOf = useItemActions(today)
  return (
    <ol className="items">
      {items.map((item) => (
        <ItemRow key={item.id} item={item} {...actionsOf({ ...item, planId: plan.id })} />
      ))}
    </ol>
  )
}
