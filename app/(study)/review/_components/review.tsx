'use client'

import { useState } from 'react'
import { useSetReview } from '#hooks/use-reviews.ts'
import { pressTime } from '#hooks/press-time.ts'
import type { ReviewCard, ReviewDay } from '#lib/api/reviews.ts'
import { counted, minutesInWords } from '#lib/format.ts'
import { newId } from '#lib/new-id.ts'
import type { ReviewGrade } from '#lib/reviews/memory.ts'
import { minutesOf } from '#lib/reviews/load.ts'
import { AskedCard } from './asked-card.tsx'
import { NothingDue } from './nothing-due.tsx'

/** The day's cards, one after the other: question, how sure one is, answer, how it went. */
export function Review({ day }: { day: ReviewDay }) {
  const [past, setPast] = useState<{ id: string; card: ReviewCard }[]>([])
  const setReview = useSetReview()
  const card = day.items[past.length]
  const left = day.items.length - past.length
  const grade = (confidence: number, given: ReviewGrade) => {
    if (!card) return
    const id = newId()
    setReview({ id, review: { card: card.card, grade: given, confidence, at: pressTime() } })
    setPast([...past, { id, card }])
  }
  const undo = () => {
    const last = past.at(-1)
    if (!last) return
    setReview({ id: last.id, review: null })
    setPast(past.slice(0, -1))
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
        <NothingDue day={day} done={day.done + past.length} waiting={day.waiting - past.length} />
      )}
    </div>
  )
}
