'use client'

import { useId } from 'react'
import { SharedText } from '#components/ui/shared-text.tsx'
import { showToast } from '#components/ui/toaster.tsx'
import { type ItemRef, useRemoveItem, useSetItem } from '#hooks/use-items.ts'
import type { PlanItemDetail } from '#lib/api/plan-answers.ts'
import { tiers } from '#lib/planning/types.ts'

interface EditItemProps {
  item: PlanItemDetail & ItemRef
  onUp: () => void
  onDown: () => void
}

/** What editors of a plan can change about an item: place, tier, minutes, a remark for everyone; or remove it. */
export function EditItem({ item, onUp, onDown }: EditItemProps) {
  const id = useId()
  const setItem = useSetItem()
  const remove = useRemoveItem()
  const notSaved = (error: Error) => showToast({ text: `Not saved: ${error.message}`, tone: 'error' })
  const change = (part: Parameters<typeof setItem.mutate>[0]['change']) =>
    setItem.mutate({ item, change: part }, { onError: notSaved })
  return (
    <>
      <button type="button" className="button button-small" onClick={onUp}>
        Up
      </button>
      <button type="button" className="button button-small" onClick={onDown}>
        Down
      </button>
      <label className="sr-only" htmlFor={`${id}-tier`}>
        Tier
      </label>
      <select
        id={`${id}-tier`}
        className="input input-small"
        value={item.tier}
        onChange={(event) => change({ tier: tiers.find((tier) => tier === event.target.value) ?? item.tier })}
      >
        {tiers.map((tier) => (
          <option key={tier}>{tier}</option>
        ))}
      </select>
      <label className="small quiet inline-flex items-center gap-2">
        <input
          type="number"
          className="input input-small figures w-20"
          min={1}
          max={6000}
          defaultValue={item.minutes}
          onBlur={(event) => {
            const minutes = event.target.valueAsNumber
            if (minutes > 0 && minutes !== item.minutes) change({ minutes: Math.round(minutes) })
          }}
        />
        min
      </label>
      <button
        type="button"
        className="button button-small"
        onClick={() =>
          remove.mutate(item, {
            onError: notSaved,
            onSuccess: () => showToast({ text: `Removed: ${item.title}` }),
          })
        }
      >
        Remove
      </button>
      <SharedText
        name={`remark:${item.id}`}
        label="A remark, for everybody on the plan"
        saved={item.remark}
        max={2000}
        save={(remark, was) => setItem.mutateAsync({ item, change: { remark, was: { remark: was } } })}
        currentOf={(current) => (current as { remark: string }).remark}
      />
    </>
  )
}
