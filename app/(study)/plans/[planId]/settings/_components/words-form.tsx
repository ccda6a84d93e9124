'use client'

import { useState } from 'react'
import { Field } from '#components/ui/field.tsx'
import { FormError } from '#components/ui/form-error.tsx'
import { SharedText } from '#components/ui/shared-text.tsx'
import { showToast } from '#components/ui/toaster.tsx'
import { ApiError } from '#hooks/api.ts'
import { useSetPlan } from '#hooks/use-plans.ts'
import type { PlanAnswer } from '#lib/api/plan-answers.ts'

/** What a plan is called and what it is for: everybody on it sees these. */
export function WordsForm({ plan }: { plan: PlanAnswer }) {
  const setPlan = useSetPlan(plan.id)
  const [base, setBase] = useState(plan.title)
  const theirs =
    setPlan.error instanceof ApiError && setPlan.error.status === 409
      ? (setPlan.error.current as { title: string }).title
      : null
  return (
    <form
      className="grid gap-4"
      aria-labelledby="words"
      onSubmit={(event) => {
        event.preventDefault()
        const title = String(new FormData(event.currentTarget).get('title'))
        setPlan.mutate(
          { title, was: { title: theirs ?? base } },
          {
            onSuccess: () => {
              setBase(title)
              showToast({ text: 'Saved.' })
            },
          },
        )
      }}
    >
      <h2 id="words">Its name</h2>
      <FormError>
        {theirs !== null
          ? `Somebody changed the title meanwhile: it now is “${theirs}”. Save again to put yours in its place.`
          : setPlan.error
            ? `Not saved: ${setPlan.error.message}`
            : null}
      </FormError>
      <Field label="Title" name="title" defaultValue={plan.title} maxLength={120} required />
      <button type="submit" className="button justify-self-start" disabled={setPlan.isPending}>
        Save
      </button>
      <SharedText
        name={`plan:${plan.id}`}
        label="What it is for"
        saved={plan.description}
        max={2000}
        rows={3}
        save={(description, was) => setPlan.mutateAsync({ description, was: { description: was } })}
        currentOf={(current) => (current as { description: string }).description}
      />
    </form>
  )
}
