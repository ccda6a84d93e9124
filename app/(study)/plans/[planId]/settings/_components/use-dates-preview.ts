import { useEffect, useMemo, useState } from 'react'
import { useStanding } from '#hooks/use-plans.ts'
import type { previewDates } from '#lib/planning/fits-of-dates.ts'

/** What other dates make of a plan; null until the planner is fetched, which the page does not wait for. */
export function useDatesPreview(planId: string): ReturnType<typeof previewDates> | null {
  const { data: standing = null } = useStanding()
  const [preview, setPreview] = useState<typeof previewDates | null>(null)
  useEffect(() => {
    let isWanted = true
    void import('#lib/planning/fits-of-dates.ts').then(({ previewDates }) => {
      if (isWanted) setPreview(() => previewDates)
    })
    return () => {
      isWanted = false
    }
  }, [])
  return useMemo(() => preview && preview(standing, planId), [preview, standing, planId])
}
