'use client'

import { useRouter } from 'next/navigation'
import { showToast } from '#components/ui/toaster.tsx'
import { type LinkStep, useLinkStep } from '#hooks/use-catalogue-admin.ts'

/** Runs a step, says what it did, and refreshes the page. */
export function useStep() {
  const router = useRouter()
  const step = useLinkStep()
  const take = (given: LinkStep, done: string) =>
    step.mutate(given, {
      onSuccess: () => {
        showToast({ text: done })
        router.refresh()
      },
      onError: (error) => showToast({ text: error.message, tone: 'error' }),
    })
  return { take, isPending: step.isPending }
}
