import { useId } from 'react'
import { FormError } from '#components/ui/form-error.tsx'
import { limited } from '#components/ui/limited.ts'
import { useCreatePhase } from '#hooks/use-phases.ts'
import { newId } from '#lib/new-id.ts'

/** Puts a new heading behind the last one. */
export function AddPhase({ planId }: { planId: string }) {
  const id = useId()
  const create = useCreatePhase(planId)
  return (
    <form
      className="add-item no-print border-t border-hairline pt-4"
      onSubmit={(event) => {
        event.preventDefault()
        const form = event.currentTarget
        const title = String(new FormData(form).get('title')).trim()
        if (title !== '') create.mutate({ id: newId(), title }, { onSuccess: () => form.reset() })
      }}
    >
      <label className="sr-only" htmlFor={id}>
        New phase
      </label>
      <input
        id={id}
        name="title"
        className="input max-w-80"
        placeholder="New phase"
        autoComplete="off"
        required
        {...limited(120)}
      />
      <button type="submit" className="button button-small" disabled={create.isPending}>
        Add phase
      </button>
      <FormError>{create.error ? `Not saved: ${create.error.message}` : null}</FormError>
    </form>
  )
}
