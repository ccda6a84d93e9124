'use client'

import { useId, useState } from 'react'
import { FormError } from '#components/ui/form-error.tsx'
import { useCreateItems } from '#hooks/use-items.ts'
import { newId } from '#lib/new-id.ts'

interface MergeIntoProps {
  plans: { id: string; title: string }[]
  title: string
  readingIds: string[]
}

/** Adds the readings to a running plan, within its daily minutes, instead of making a new plan. */
export function MergeInto({ plans, title, readingIds }: MergeIntoProps) {
  const id = useId()
  const [planId, setPlanId] = useState(plans[0]?.id ?? '')
  const [phaseId] = useState(newId)
  const create = useCreateItems(planId)
  if (plans.length === 0) return null
  return (
    <div className="grid gap-2 border-t border-hairline pt-4">
      <label className="label" htmlFor={id}>
        Or put them into a plan that you have
      </label>
      <select id={id} className="input" value={planId} onChange={(event) => setPlanId(event.target.value)}>
        {plans.map((plan) => (
          <option key={plan.id} value={plan.id}>
            {plan.title}
          </option>
        ))}
      </select>
      <FormError>{create.error ? `Not saved: ${create.error.message}` : null}</FormError>
      <button
        type="button"
        className="button"
        disabled={create.isPending || create.isSuccess}
        onClick={() =>
          create.mutate(
            { readingIds, phase: { id: phaseId, title }, tier: 'should' },
            { onSuccess: () => location.assign(`/plans/${planId}?view=items`) },
          )
        }
      >
        Put them in
      </button>
    </div>
  )
}
