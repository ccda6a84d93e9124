import { focusHeading } from '#components/ui/focus-heading.ts'
import { showToast } from '#components/ui/toaster.tsx'
import { useRepair } from '#hooks/use-plans.ts'
import type { RepairKind } from '#lib/planning/repairs.ts'
import { repairWords } from './repair-words.ts'

/** What the buttons of a plan's repairs do: put one in force, which the toast undoes, or take the last one back. */
export function useRepairByHand(planId: string) {
  const { mutate, isPending } = useRepair(planId)
  const onError = (error: Error) => showToast({ text: `Not saved: ${error.message}`, tone: 'error' })
  const undo = () => mutate('undo', { onError })
  const repair = (kind: RepairKind) =>
    mutate(kind, {
      onError,
      onSuccess: () => {
        // The offers go with what they mended.
        focusHeading()
        showToast({ text: repairWords[kind].done, actions: [{ label: 'Undo', run: undo }], lasts: 15_000 })
      },
    })
  return { repair, undo, isPending }
}
