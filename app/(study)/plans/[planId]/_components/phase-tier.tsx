'use client'

import { useSetTiers } from '#hooks/use-items.ts'
import type { PlanItemDetail } from '#lib/api/plan-answers.ts'
import { type Tier, tiers } from '#lib/planning/types.ts'

/** Says of all items of a heading at once how important they are. */
export function PhaseTier({ planId, items }: { planId: string; items: PlanItemDetail[] }) {
  const setTiers = useSetTiers(planId)
  const todo = items.filter(({ state }) => state === 'todo')
  if (todo.length < 2) return null
  const [first] = todo
  const same = todo.every(({ tier }) => tier === first!.tier) ? first!.tier : ''
  return (
    <label className="small quiet flex items-center gap-2">
      These {todo.length} items
      <select
        className="input w-auto"
        value={same}
        disabled={setTiers.isPending}
        onChange={(event) => setTiers.mutate({ itemIds: todo.map(({ id }) => id), tier: event.target.value as Tier })}
      >
        {same === '' && <option value="">differ</option>}
        {tiers.map((tier) => (
          <option key={tier} value={tier}>
            {tier}
          </option>
        ))}
      </select>
    </label>
  )
}
