import type { TodayAnswer } from '#lib/api/plan-answers.ts'
import { minutesInWords } from '#lib/format.ts'

/** What was read some days ago, to be said from memory. */
export function Review({ review, minutes }: { review: TodayAnswer['review']; minutes: number }) {
  if (review.length === 0) return null
  return (
    <section aria-labelledby="review">
      <h2 id="review" className="mb-1">
        Review {minutes > 0 && <span className="quiet figures text-base font-sans">{minutesInWords(minutes)}</span>}
      </h2>
      <p className="quiet">
        Say from memory what each was about, then look:{' '}
        {review.map(({ readingId, title }, index) => (
          <span key={readingId}>
            {index > 0 && ' · '}
            <a href={`/readings/${readingId}#note`}>{title}</a>
          </span>
        ))}
      </p>
    </section>
  )
}
