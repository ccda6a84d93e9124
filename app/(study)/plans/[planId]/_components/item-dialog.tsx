'use client'

import { type FormEvent, useState } from 'react'
import { Field } from '#components/ui/field.tsx'
import { focusHeading } from '#components/ui/focus-heading.ts'
import { FormError } from '#components/ui/form-error.tsx'
import { Modal } from '#components/ui/modal.tsx'
import { ApiError } from '#hooks/api.ts'
import { type ItemRef, useSetItem } from '#hooks/use-items.ts'
import type { PlanAnswer, PlanItemDetail } from '#lib/api/plan-answers.ts'
import { tiers } from '#lib/planning/types.ts'
import { type ItemWordNames, itemChange, wordsOf } from './item-change.ts'
import { useRemoveByHand } from './use-remove-by-hand.ts'

interface ItemDialogProps {
  item: PlanItemDetail & ItemRef
  phases: PlanAnswer['phases']
  /** The item before it in its phase. */
  afterItemId: string | null
  onClose: () => void
}

const tierHints = { must: 'must: never falls out', should: 'should: falls out second', could: 'could: falls out first' }

/** All that can be said of an item, in one small form. */
export function ItemDialog({ item, phases, afterItemId, onClose }: ItemDialogProps) {
  const [opened] = useState(() => wordsOf(item))
  const [isAsking, setAsking] = useState(false)
  const set = useSetItem()
  const { remove, isPending } = useRemoveByHand(item.planId)
  const fields = set.error instanceof ApiError ? set.error.fields : {}
  const theirs = set.error instanceof ApiError && set.error.status === 409 ? (set.error.current as ItemWordNames) : null
  const others = theirs
    ? (['title', 'reason', 'prompt', 'remark'] as const).filter((name) => theirs[name] !== opened[name])
    : []

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const dialog = event.currentTarget.closest('dialog')
    const change = itemChange(item, new FormData(event.currentTarget), opened, theirs ?? opened)
    if (Object.keys(change).length === 0) return dialog?.close()
    set.mutate({ item: { ...item, also: [] }, change }, { onSuccess: () => dialog?.close() })
  }

  function takeOut() {
    if (item.isShared && !isAsking) return setAsking(true)
    remove(item, afterItemId, focusHeading)
  }

  return (
    <Modal label={`Edit ${item.title}`} className="max-w-[40rem] p-6" onClose={onClose}>
      <form className="grid gap-4" onSubmit={save}>
        <h2 className="text-lg">Edit item</h2>
        <FormError>
          {theirs
            ? `Somebody changed it meanwhile. It now says: ${others.map((name) => `${name} “${theirs[name]}”`).join(', ')}. Save again to put yours in its place.`
            : set.error && Object.keys(fields).length === 0
              ? `Not saved: ${set.error.message}`
              : null}
        </FormError>
        <Field label="Title" name="title" defaultValue={item.title} maxLength={300} required error={fields.title} />
        <div className="grid grid-cols-2 gap-4 sm:grid-cols-[1fr_1fr_2fr]">
          <Field
            label="Minutes"
            name="minutes"
            type="number"
            className="input figures"
            min={1}
            max={6000}
            defaultValue={item.minutes}
            required
            error={fields.minutes}
          />
          <label className="field">
            <span className="label min-h-6">Tier</span>
            <select name="tier" className="input" defaultValue={item.tier}>
              {tiers.map((tier) => (
                <option key={tier} value={tier}>
                  {tierHints[tier]}
                </option>
              ))}
            </select>
          </label>
          <label className="field max-sm:col-span-2">
            <span className="label min-h-6">Phase</span>
            <select name="phaseId" className="input" defaultValue={item.phaseId ?? ''}>
              <option value="">none</option>
              {phases.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>
          </label>
        </div>
        <Field
          label="Your day for it"
          name="pin"
          type="date"
          className="input figures max-w-48"
          defaultValue={item.pin ?? ''}
          hint="Yours alone. Empty: the plan chooses."
          error={fields.pin}
        />
        <Area label="Reason" name="reason" rows={2} max={500} value={item.reason} error={fields.reason} />
        <Area label="Prompt" name="prompt" rows={3} max={5000} value={item.prompt} error={fields.prompt} />
        <Area
          label="A remark, for everybody on the plan"
          name="remark"
          rows={2}
          max={2000}
          value={item.remark}
          error={fields.remark}
        />
        <div className="flex flex-wrap items-center gap-2">
          <button type="submit" className="button button-main" disabled={set.isPending}>
            Save
          </button>
          <button type="button" className="button" onClick={(event) => event.currentTarget.closest('dialog')?.close()}>
            Cancel
          </button>
          <button type="button" className="button button-quiet ml-auto" disabled={isPending} onClick={takeOut}>
            {isAsking ? 'Remove it for all: their ticks and comments go' : 'Remove'}
          </button>
        </div>
      </form>
    </Modal>
  )
}

function Area({
  label,
  name,
  rows,
  max,
  value,
  error,
}: {
  label: string
  name: string
  rows: number
  max: number
  value: string
  error: string | undefined
}) {
  return (
    <label className="field">
      <span className="label min-h-6">{label}</span>
      <textarea name={name} dir="auto" className="input" rows={rows} maxLength={max} defaultValue={value} />
      {error && <span className="field-error">{error}</span>}
    </label>
  )
}
