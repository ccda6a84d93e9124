import { showToast } from '#components/ui/toaster.tsx'
import { type ItemRef, useCreateItems, useRemoveItem, useSetItem, useSetItemState } from '#hooks/use-items.ts'
import type { PlanItemDetail } from '#lib/api/plan-answers.ts'

type Removable = PlanItemDetail & ItemRef

/** Takes an item out of its plan; the toast puts it back as the viewer had it. `afterItemId`: behind which it stood. */
export function useRemoveByHand(planId: string) {
  const { mutate, isPending } = useRemoveItem()
  const setState = useSetItemState()
  const setItem = useSetItem()
  const create = useCreateItems(planId)
  const onError = (error: Error) => showToast({ text: `Not saved: ${error.message}`, tone: 'error' })

  // Awaited one by one: the row that asked is gone, and what it was told on the way with it.
  const putBack = async (item: Removable, afterItemId: string | null) => {
    const { id, kind, readingId, tier, minutes, title, reason, prompt, touches, phaseId, remark, pin } = item
    const content = { id, kind, readingId, tier, minutes, title, reason, prompt, touches, phaseId }
    await create.mutateAsync({ ...content, afterItemId })
    if (remark !== '' || pin !== null) await setItem.mutateAsync({ item, change: { remark, pin } })
    if (item.state !== 'todo')
      setState.mutate({
        item,
        state: item.state,
        reason: item.skipReason,
        ...(item.day === null ? {} : { day: item.day }),
      })
  }

  const remove = (item: Removable, afterItemId: string | null, after: () => void) =>
    mutate(item, {
      onError,
      onSuccess: () => {
        after()
        showToast({
          text: `Removed: ${item.title}`,
          actions: [{ label: 'Undo', run: () => void putBack(item, afterItemId).catch(onError) }],
          lasts: 15_000,
        })
      },
    })
  return { remove, isPending }
}
