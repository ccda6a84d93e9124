import type { ReviewDay } from '#lib/api/reviews.ts'
import { counted, minutesInWords } from '#lib/format.ts'
import { minutesOf } from '#lib/reviews/load.ts'

/** A line that leads to the day's cards: how many, and how long they take. Nothing where none is due. */
export function ReviewsDue({ day }: { day: ReviewDay }) {
  const cards = day.items.length
  if (cards === 0) return null
  return (
    <p className="reviews-due">
      <a href="/review" className="item-title">
        Review {counted(cards, 'card')}
      </a>
      <span className="quiet figures">about {minutesInWords(minutesOf(cards))}</span>
    </p>
  )
}
