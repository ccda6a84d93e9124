'use client'

import { useId, useState } from 'react'
import { FormError } from '#components/ui/form-error.tsx'
import { showToast } from '#components/ui/toaster.tsx'
import { useSetPlan } from '#hooks/use-plans.ts'

/**
 * Switches the plan to a longer or shorter template of its family, for an interview that moved far. Removes nothing.
 */
export function SwitchTemplate({ planId, family }: { planId: string; family: { id: string; title: string }[] }) {
  const id = useId()
  const [templateId, setTemplateId] = useState(family[0]?.id ?? '')
  const setPlan = useSetPlan(planId)
  if (family.length === 0) return null
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>If your day moves far</h2>
      <p className="quiet mb-3 max-w-[60ch]">
        Make it the longer or the shorter plan of its family. What is done stays done, nothing is taken out, and the
        tiers say what falls first.
      </p>
      <FormError>{setPlan.error ? `Not done: ${setPlan.error.message}` : null}</FormError>
      <div className="flex flex-wrap gap-2">
        <label className="sr-only" htmlFor={id}>
          The plan that it becomes
        </label>
        <select
          id={id}
          className="input w-auto"
          value={templateId}
          onChange={(event) => setTemplateId(event.target.value)}
        >
          {family.map((template) => (
            <option key={template.id} value={template.id}>
              {template.title}
            </option>
          ))}
        </select>
        <button
          type="button"
          className="button"
          disabled={setPlan.isPending}
          onClick={() =>
            setPlan.mutate({ templateId }, { onSuccess: () => showToast({ text: 'The plan has changed.' }) })
          }
        >
          Make it this one
        </button>
      </div>
    </section>
  )
}
