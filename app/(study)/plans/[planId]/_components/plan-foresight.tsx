import { RecallLine } from '#components/reviews/recall-line.tsx'
import { getRecall } from '#db/queries/reviews/recall.ts'
import type { Viewer } from '#lib/auth/viewer.ts'

interface PlanForesightProps {
  viewer: Viewer
  interview: string | null
  now: number
}

/** What is to be expected of the interview day. Nothing without one, and nothing where too little is known. */
export async function PlanForesight({ viewer, interview, now }: PlanForesightProps) {
  const recall = await getRecall(viewer, now, interview)
  if (!recall.isInterview) return null
  return <RecallLine {...recall} />
}
