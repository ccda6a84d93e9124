import type { Metadata } from 'next'
import { requireViewer } from '#app/_server/viewer.ts'
import { ReviewsDue } from '#components/reviews/reviews-due.tsx'
import { getReviewDay } from '#db/queries/reviews/review-day.ts'
import { getToday } from '#db/queries/planning/today.ts'
import { Today } from './_components/today.tsx'

export const metadata: Metadata = { title: 'Today' }

export default async function TodayPage() {
  const viewer = await requireViewer('/today')
  const now = Date.now()
  const [today, reviews] = await Promise.all([getToday(viewer, now), getReviewDay(viewer, now)])
  return (
    <>
      <Today initial={today} />
      <ReviewsDue day={reviews} />
    </>
  )
}
