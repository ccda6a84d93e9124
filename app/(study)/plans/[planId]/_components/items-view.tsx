'use client'

import { useSortable } from '#components/ui/use-sortable.ts'
import { useMoveItem } from '#hooks/use-items.ts'
import type { PlanAnswer } from '#lib/api/plan-answers.ts'
import type { ScheduleAnswer } from '#lib/api/schedule-answer.ts'
import { AddItem } from './add-item.tsx'
import { AddPhase } from './add-phase.tsx'
import { EditPhase } from './edit-phase.tsx'
import { PhaseItems } from './phase-items.tsx'
import { PhaseTier } from './phase-tier.tsx'

interface ItemsViewProps {
  plan: PlanAnswer
  schedule: ScheduleAnswer
  canEdit: boolean
}

/** The group of items that belong to no phase. */
const noPhase = 'none'

/** All items, phase by phase; for those who edit the plan, with ways to add, move, change and remove. */
export function ItemsView({ plan, schedule, canEdit }: ItemsViewProps) {
  const move = useMoveItem(plan.id)
  const byId = new Map(plan.items.map((item) => [item.id, item]))
  const hasLoose = plan.items.some((item) => item.phaseId === null) || plan.phases.length === 0
  const phases = [...(hasLoose ? [{ id: null, title: null, goal: '' }] : []), ...plan.phases]
  const sortable = useSortable({
    groups: phases.map(({ id }) => ({
      id: id ?? noPhase,
      ids: plan.items.filter((item) => item.phaseId === id).map((item) => item.id),
    })),
    titleOf: (id) => byId.get(id)?.title ?? '',
    onMove: (id, group) => {
      const item = byId.get(id)
      if (!item) return
      const phaseId = group.id === noPhase ? null : group.id
      const afterItemId = group.ids[group.ids.indexOf(id) - 1] ?? null
      move.mutate({ item: { ...item, planId: plan.id }, phaseId, afterItemId })
    },
  })
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-10">
      <p className="sr-only" role="status">
        {sortable.said}
      </p>
      {phases.map((phase, index) => (
        <section key={phase.id} aria-label={phase.title ?? 'Items'}>
          {phase.title !== null && <h2>{phase.title}</h2>}
          {phase.goal !== '' && <p className="quiet mb-2 italic">{phase.goal}</p>}
          {canEdit && (
            <div className="no-print flex flex-wrap items-center gap-x-4 gap-y-1 pb-2">
              <PhaseTier planId={plan.id} items={plan.items.filter((item) => item.phaseId === phase.id)} />
              {phase.id !== null && <EditPhase plan={plan} phaseId={phase.id} />}
            </div>
          )}
          <PhaseItems
            plan={plan}
            listId={phase.id ?? noPhase}
            items={sortable.groups[index]?.ids.flatMap((id) => byId.get(id) ?? []) ?? []}
            today={schedule.today}
            speedPercent={schedule.speedPercent}
            sortable={canEdit ? sortable : null}
          />
          {canEdit && <AddItem planId={plan.id} phaseId={phase.id} />}
        </section>
      ))}
      {canEdit && <AddPhase planId={plan.id} />}
    </div>
  )
}
