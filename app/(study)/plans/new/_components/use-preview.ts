import { useEffect, useState } from 'react'
import type { Standing } from '#lib/planning/dealings.ts'
import type { Fits } from '#lib/planning/fits.ts'
import type { NewPlan } from '#lib/planning/fits-of-new.ts'

/** What becomes of a new plan as somebody types it; null until the planner is fetched, which the page does not wait for. */
export function usePreview(standing: Standing): ((plan: NewPlan) => Fits) | null {
  const [preview, setPreview] = useState<((plan: NewPlan) => Fits) | null>(null)
  useEffect(() => {
    let isWanted = true
    void import('#lib/planning/fits-of-new.ts').then(({ previewOf }) => {
      if (isWanted) setPreview(() => previewOf(standing))
    })
    return () => {
      isWanted = false
    }
  }, [standing])
  return preview
}
