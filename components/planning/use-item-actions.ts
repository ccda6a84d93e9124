import { hideToast, showToast } from '#components/ui/toaster.tsx'
import { type ItemRef, useSetItem, useSetItemState } from '#hooks/use-items.ts'
import type { PlanItemDetail } from '#lib/api/plan-answers.ts'
import { addDays } from '#lib/planning/plain-days.ts'
import type { ItemActions } from './item-row.tsx'

/** Of an item that takes several sittings: which one is today's. */
export interface TodaysSitting {
  sittings: number
  todayMinutes: number
  /** Whether the toast asks what it took; not where the row does. */
  asksMinutes?: boolean
}

/**
 * What a person can do with an item of their own plan, wherever it shows: said at once, and undone from the toast.
 * @param today ISO day
 */
export function useItemActions(today: string) {
  const setState = useSetItemState()
  const setItem = useSetItem()

  const setSpent = (item: PlanItemDetail & ItemRef, minutesSpent: number) =>
    setState.mutate({ item, state: 'done', minutesSpent })

  const actionsOf = (item: PlanItemDetail & ItemRef, sitting?: TodaysSitting): ItemActions => {
    const undo = () =>
      setState.mutate(
        {
          item,
          state: item.state,
          reason: item.skipReason,
          ...(item.spent > 0 ? { minutesSpent: item.spent } : {}),
          ...(item.state !== 'todo' && item.day !== null ? { day: item.day } : {}),
        },
        { onSuccess: hideToast },
      )
    const say = (text: string, run: () => void) => showToast({ text, actions: [{ label: 'Undo', run }] })
    const pin = (day: string | null) => setItem.mutate({ item, change: { pin: day } })
    const unpin = () => {
      // Each plan has a day of its own for the same reading.
      for (const { id, planId, pin: day = null } of [item, ...(item.also ?? [])])
        setItem.mutate({ item: { ...item, id, planId, also: [] }, change: { pin: day } })
    }

    return {
      onTick: () => {
        if (item.state === 'done') {
          setState.mutate({ item, state: 'todo' })
          return say(`Not done: ${item.title}`, undo)
        }
        if (sitting && sitting.sittings > 1) {
          const minutesSpent = item.spent + sitting.todayMinutes
          setState.mutate({ item, state: 'todo', minutesSpent })
          return showToast({
            text: `Today’s sitting is done: ${item.title}`,
            actions: [
              { label: 'Undo', run: undo },
              {
                label: 'All of it is done',
                run: () => setState.mutate({ item, state: 'done' }),
              },
            ],
          })
        }
        setState.mutate({ item, state: 'done' })
        const field = { label: 'It took', unit: 'min', run: (minutes: number) => setSpent(item, minutes) }
        showToast({
          text: `Done: ${item.title}`,
          ...(sitting?.asksMinutes === false ? {} : { field }),
          actions: [{ label: 'Undo', run: undo }],
        })
      },
      onSkip: (reason) => {
        setState.mutate({ item, state: 'skipped', reason })
        say(`Skipped: ${item.title}`, undo)
      },
      onTomorrow: () => {
        pin(addDays(today, 1))
        say(`Tomorrow: ${item.title}`, unpin)
      },
      onPin: (day) => {
        pin(day)
        say(`Moved: ${item.title}`, unpin)
      },
    }
  }
  return { actionsOf, setSpent }
}
