import type { Metadata } from 'next'
import { requireViewer } from '#app/_server/viewer.ts'
import { RecallLine } from '#components/reviews/recall-line.tsx'
import { listCalibration } from '#db/queries/reviews/calibration.ts'
import { getRecall } from '#db/queries/reviews/recall.ts'
import { getItemPlace, type ItemPlace } from '#db/queries/planning/plan-item.ts'
import { itemId, planId } from '#lib/api/plan-params.ts'
import type { ReviewItem } from './_components/review.tsx'
import { getReviewDay } from '#db/queries/reviews/review-day.ts'
import { longDay } from '#lib/planning/words.ts'
import { SaidKnown } from './_components/said-known.tsx'
import { Review } from './_components/review.tsx'

export const metadata: Metadata = { title: 'Review' }

export default async function ReviewPage({ searchParams }: PageProps<'/review'>) {
  const viewer = await requireViewer('/review')
  const { minutes, plan, item } = await searchParams
  const asked = typeof minutes === 'string' && /^\d{1,3}$/.test(minutes) ? Math.min(240, Number(minutes)) : 0
  const now = Date.now()
  const isItem = planId.safeParse(plan).success && itemId.safeParse(item).success
  const place = isItem ? await getItemPlace(viewer, String(plan), String(item)).catch(() => null) : null
  const [day, recall, topics] = await Promise.all([
    getReviewDay(viewer, now, asked === 0 ? undefined : asked),
    getRecall(viewer, now),
    listCalibration(viewer),
  ])
  return (
    <>
      <header className="pb-6">
        <p className="eyebrow">{longDay(day.today)}</p>
        <h1>Review</h1>
      </header>
      <Review day={day} key={`${day.today} ${day.done} ${day.minutes}`} forItem={place && itemOf(place)} />
      {recall.cards > 0 && <RecallLine {...recall} saysWhy />}
      <SaidKnown topics={topics} />
      {recall.cards + day.waiting > 0 && (
        <p className="small quiet mt-12 border-t border-hairline pt-4">
          Your cards go with <a href="/settings">your archive</a>, and{' '}
          <a href="/api/v1/reviews/anki" download>
            to Anki as a text file
          </a>
          .
        </p>
      )}
    </>
  )
}

/** The plan's item whose minutes these are, where it is one for review. */
function itemOf({ plan, item: { id, kind, title } }: ItemPlace): ReviewItem | null {
  return kind === 'review' ? { id, planId: plan.id, kind, readingId: null, title } : null
}
