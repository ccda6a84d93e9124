import { type FormEvent, useState } from 'react'
import { Field } from '#components/ui/field.tsx'
import { focusHeading } from '#components/ui/focus-heading.ts'
import { FormError } from '#components/ui/form-error.tsx'
import { Modal } from '#components/ui/modal.tsx'
import { showToast } from '#components/ui/toaster.tsx'
import { ApiError } from '#hooks/api.ts'
import { useCreatePhase, useRemovePhase, useSetPhase } from '#hooks/use-phases.ts'
import type { PlanAnswer } from '#lib/api/plan-answers.ts'

/** A phase's heading, its goal and its place; or takes it out, which the toast undoes. */
export function EditPhase({ plan, phaseId }: { plan: PlanAnswer; phaseId: string }) {
  const [isOpen, setOpen] = useState(false)
  const at = plan.phases.findIndex(({ id }) => id === phaseId)
  const phase = plan.phases[at]!
  const set = useSetPhase(plan.id)
  const onError = (error: Error) => showToast({ text: `Not saved: ${error.message}`, tone: 'error' })
  const move = (to: number) => {
    const others = plan.phases.filter(({ id }) => id !== phaseId)
    set.mutate({ phaseId, afterPhaseId: others[to - 1]?.id ?? null }, { onError })
  }
  return (
    <span className="inline-flex flex-wrap gap-1">
      <button
        type="button"
        className="button button-small button-quiet"
        aria-label={`Edit phase: ${phase.title}`}
        onClick={() => setOpen(true)}
      >
        Edit phase
      </button>
      <button
        type="button"
        className="button button-small button-quiet"
        aria-label={`Up: ${phase.title}`}
        aria-disabled={at === 0}
        onClick={() => at > 0 && move(at - 1)}
      >
        Up
      </button>
      <button
        type="button"
        className="button button-small button-quiet"
        aria-label={`Down: ${phase.title}`}
        aria-disabled={at === plan.phases.length - 1}
        onClick={() => at < plan.phases.length - 1 && move(at + 1)}
      >
        Down
      </button>
      {isOpen && <PhaseDialog plan={plan} phase={phase} onClose={() => setOpen(false)} />}
    </span>
  )
}

function PhaseDialog({
  plan,
  phase,
  onClose,
}: {
  plan: PlanAnswer
  phase: PlanAnswer['phases'][number]
  onClose: () => void
}) {
  const [opened] = useState({ title: phase.title, goal: phase.goal })
  const set = useSetPhase(plan.id)
  const remove = useRemovePhase(plan.id)
  const create = useCreatePhase(plan.id)
  const theirs =
    set.error instanceof ApiError && set.error.status === 409
      ? (set.error.current as { title: string; goal: string })
      : null

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const dialog = event.currentTarget.closest('dialog')
    const data = new FormData(event.currentTarget)
    // What was not touched stays as somebody else may have it by now.
    const touched = (['title', 'goal'] as const).filter((name) => String(data.get(name)).trim() !== opened[name])
    if (touched.length === 0) return dialog?.close()
    const pick = (of: (name: 'title' | 'goal') => string) => Object.fromEntries(touched.map((name) => [name, of(name)]))
    const was = theirs ?? opened
    set.mutate(
      { phaseId: phase.id, ...pick((name) => String(data.get(name)).trim()), was: pick((name) => was[name]) },
      { onSuccess: () => dialog?.close() },
    )
  }

  function takeOut() {
    const itemIds = plan.items.filter((item) => item.phaseId === phase.id).map(({ id }) => id)
    const before = plan.phases[plan.phases.findIndex(({ id }) => id === phase.id) - 1]?.id ?? null
    remove.mutate(phase.id, {
      onSuccess: () => {
        focusHeading()
        showToast({
          text: `Removed the phase “${phase.title}”. Its items stay.`,
          actions: [{ label: 'Undo', run: () => create.mutate({ ...phase, afterPhaseId: before, itemIds }) }],
          lasts: 15_000,
        })
      },
    })
  }

  return (
    <Modal label={`The phase ${phase.title}`} onClose={onClose}>
      <form className="grid gap-4" onSubmit={save}>
        <h2 className="text-lg">Edit phase</h2>
        <FormError>
          {theirs
            ? `Somebody changed it meanwhile: it now is “${theirs.title}”${theirs.goal === '' ? '' : `, ${theirs.goal}`}. Save again to put yours in its place.`
            : (set.error ?? remove.error)
              ? `Not saved: ${(set.error ?? remove.error)!.message}`
              : null}
        </FormError>
        <Field label="Title" name="title" defaultValue={phase.title} maxLength={120} required />
        <Field
          label="Goal"
          name="goal"
          defaultValue={phase.goal}
          maxLength={300}
          hint="What one can do after it: “After this I can …”"
        />
        <div className="flex flex-wrap gap-2">
          <button type="submit" className="button button-main" disabled={set.isPending}>
            Save
          </button>
          <button type="button" className="button" onClick={(event) => event.currentTarget.closest('dialog')?.close()}>
            Cancel
          </button>
          <button type="button" className="button button-quiet ml-auto" disabled={remove.isPending} onClick={takeOut}>
            Remove this phase
          </button>
        </div>
      </form>
    </Modal>
  )
}
