'use client'

import { useState } from 'react'
import { type ItemRef, useSetItemState } from '#hooks/use-items.ts'
import { useSetReview } from '#hooks/use-reviews.ts'
import { pressTime } from '#hooks/press-time.ts'
import type { ReviewCard, ReviewDay } from '#lib/api/reviews.ts'
import { counted, minutesInWords } from '#lib/format.ts'
import { newId } from '#lib/new-id.ts'
import type { ReviewGrade } from '#lib/reviews/memory.ts'
import { minutesOf } from '#lib/reviews/load.ts'
import { AskedCard } from './asked-card.tsx'
import { NothingDue } from './nothing-due.tsx'

/** The item of a plan whose minutes are reviewed. */
export type ReviewItem = ItemRef & { title: string }

/** The day's cards, one after the other: question, how sure one is, answer, how it went. */
export function Review({ day, forItem }: { day: ReviewDay; forItem: ReviewItem | null }) {
  const [past, setPast] = useState<{ id: string; card: ReviewCard }[]>([])
  const setReview = useSetReview()
  const setItem = useSetItemState()
  // Its item is ticked with the last of its cards.
  const tick = (state: 'done' | 'todo') => forItem && setItem.mutate({ item: forItem, state })
  const card = day.items[past.length]
  const left = day.items.length - past.length
  const grade = (confidence: number, given: ReviewGrade) => {
    if (!card) return
    const id = newId()
    setReview({ id, review: { card: card.card, grade: given, confidence, at: pressTime() } })
    setPast([...past, { id, card }])
    if (left === 1) tick('done')
  }
  const undo = () => {
    const last = past.at(-1)
    if (!last) return
    setReview({ id: last.id, review: null })
    setPast(past.slice(0, -1))
    if (left === 0) tick('todo')
  }
  return (
    <div data-keys="review" className="max-w-[44rem]">
      <p className="quiet figures mb-4 flex min-h-8 flex-wrap items-center justify-between gap-x-4" aria-live="polite">
        <span>
          {card
            ? `${counted(left, 'card')}, about ${minutesInWords(minutesOf(left))}${past.length > 0 ? ` · ${past.length} done` : ''}`
            : past.length > 0
              ? `${counted(past.length, 'card')} done`
              : ''}
        </span>
        {past.length > 0 && (
          <button type="button" className="button button-small" data-review-key="u" onClick={undo}>
            Undo
          </button>
        )}
      </p>
      {card ? (
        <AskedCard key={`${past.length} ${card.card}`} card={card} onGrade={grade} takesFocus={past.length > 0} />
      ) : (
        <NothingDue day={day} done={day.done + past.length} waiting={day.waiting - past.length}>
          {forItem && <ItemDone item={forItem} isTicked={past.length > 0} onTick={() => tick('done')} />}
        </NothingDue>
      )}
    </div>
  )
}

function ItemDone({ item, isTicked, onTick }: { item: ReviewItem; isTicked: boolean; onTick: () => void }) {
  const [isDone, setDone] = useState(isTicked)
  return (
    <p className="mb-4" aria-live="polite">
      {isDone ? (
        <>
          Done: <a href={`/plans/${item.planId}`}>{item.title}</a>
        </>
      ) : (
        <button
          type="button"
          className="button"
          onClick={() => {
            setDone(true)
            onTick()
          }}
        >
          Mark “{item.title}” done
        </button>
      )}
    </p>
  )
}
