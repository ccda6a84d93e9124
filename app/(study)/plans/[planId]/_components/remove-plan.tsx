'use client'

import { useState } from 'react'
import { FormError } from '#components/ui/form-error.tsx'
import { useRemovePlan } from '#hooks/use-plans.ts'
import type { PlanAnswer } from '#lib/planning/answers.ts'

/** Deletes a plan, after asking and telling who is on it. */
export function RemovePlan({ plan }: { plan: PlanAnswer }) {
  const [isAsking, setAsking] = useState(false)
  const remove = useRemovePlan(plan.id)
  return (
    <section aria-labelledby="remove">
      <h2 id="remove">Delete the plan</h2>
      <p className="quiet mb-3 max-w-[60ch]">
        Your marks and notes stay. You can have the plan back for 30 days.
        {plan.people > 1 && ` ${plan.people - 1} more ${plan.people === 2 ? 'person is' : 'people are'} on it.`}
      </p>
      <FormError>{remove.error ? `Not deleted: ${remove.error.message}` : null}</FormError>
      {isAsking ? (
        <div className="flex flex-wrap gap-2">
          <button
            type="button"
            className="button border-error text-error"
            disabled={remove.isPending || remove.isSuccess}
            onClick={() => remove.mutate(undefined, { onSuccess: () => location.assign('/plans') })}
          >
            Delete “{plan.title}”
          </button>
          <button type="button" className="button" onClick={() => setAsking(false)}>
            Keep it
          </button>
        </div>
      ) : (
        <button type="button" className="button" onClick={() => setAsking(true)}>
          Delete…
        </button>
      )}
    </section>
  )
}
