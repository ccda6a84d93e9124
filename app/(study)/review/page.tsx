import type { Metadata } from 'next'
import { requireViewer } from '#app/_server/viewer.ts'
import { getReviewDay } from '#db/queries/reviews/review-day.ts'
import { longDay } from '#lib/planning/words.ts'
import { Review } from './_components/review.tsx'

export const metadata: Metadata = { title: 'Review' }

export default async function ReviewPage({ searchParams }: PageProps<'/review'>) {
  const viewer = await requireViewer('/review')
  const { minutes } = await searchParams
  const asked = typeof minutes === 'string' && /^\d{1,3}$/.test(minutes) ? Math.min(240, Number(minutes)) : 0
  const day = await getReviewDay(viewer, Date.now(), asked === 0 ? undefined : asked)
  return (
    <>
      <header className="pb-6">
        <p className="eyebrow">{longDay(day.today)}</p>
        <h1>Review</h1>
      </header>
      <Review day={day} key={`${day.today} ${day.done} ${day.minutes}`} />
    </>
  )
}
