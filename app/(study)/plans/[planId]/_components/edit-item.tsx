'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import type { ItemRef } from '#hooks/use-items.ts'
import type { PlanAnswer, PlanItemDetail } from '#lib/api/plan-answers.ts'

const ItemDialog = dynamic(() => import('./item-dialog.tsx').then((file) => file.ItemDialog))

interface EditItemProps {
  item: PlanItemDetail & ItemRef
  phases: PlanAnswer['phases']
  /** The item before it in its phase. */
  afterItemId: string | null
  onUp: () => void
  onDown: () => void
}

/** What editors of a plan can do with an item besides doing it: move it, and open its form. */
export function EditItem({ item, phases, afterItemId, onUp, onDown }: EditItemProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="button button-small" onClick={() => setOpen(true)}>
        Edit…
      </button>
      <button type="button" className="button button-small" onClick={onUp}>
        Up
      </button>
      <button type="button" className="button button-small" onClick={onDown}>
        Down
      </button>
      {isOpen && <ItemDialog item={item} phases={phases} afterItemId={afterItemId} onClose={() => setOpen(false)} />}
    </>
  )
}
