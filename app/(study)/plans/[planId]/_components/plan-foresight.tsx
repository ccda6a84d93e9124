import { Suspense } from 'react'
import { RecallLine } from '#components/reviews/recall-line.tsx'
import { getRecall } from '#db/queries/reviews/recall.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { OddsLine } from './odds-line.tsx'

interface PlanForesightProps {
  viewer: Viewer
  planId: string
  interview: string | null
  now: number
}

/** What is to be expected of the interview day. Nothing without one, and nothing where too little is known. */
export async function PlanForesight({ viewer, planId, interview, now }: PlanForesightProps) {
  const recall = await getRecall(viewer, now, interview)
  if (!recall.isInterview) return null
  return (
    <div className="foresight">
      <Suspense fallback={<p className="quiet small">Working out the odds …</p>}>
        <OddsLine viewer={viewer} planId={planId} now={now} />
      </Suspense>
      <RecallLine {...recall} />
    </div>
  )
}
