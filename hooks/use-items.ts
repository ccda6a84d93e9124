import { useQueryClient } from '@tanstack/react-query'
import type { MarkMap } from '#lib/marks/status.ts'
import type { PlanAnswer, PlanItemDetail } from '#lib/api/plan-answers.ts'
import type { ItemKind, ItemState, Tier } from '#lib/planning/types.ts'
import type { NewItemsInput } from '#lib/api/plans.ts'
import { api } from './api.ts'
import { keepLocalMarks } from './local-viewer.ts'
import { type ItemPatch, patchItem } from './plan-cache.ts'
import { pressTime } from './press-time.ts'
import { queryKeys } from './query-keys.ts'
import { sendItem } from './send-press.ts'
import { usePlanWrite } from './use-plans.ts'
import { forgetPress, type ItemPressSent, keepPress } from './waiting-presses.ts'

/** An item that is written to. */
export interface ItemRef {
  id: string
  planId: string
  kind: ItemKind
  readingId: string | null
  /** The same in other plans, which goes with it. */
  also?: { id: string; planId: string; pin?: string | null }[]
}

/** An item, and the same in other plans. */
function all({ also = [], ...item }: ItemRef): { id: string; planId: string }[] {
  return [item, ...also]
}

/** A card takes its minutes once, in however many plans it is. A reading's are those of its mark, which is one. */
function withoutMinutes({ kind }: ItemRef, { state }: { state: ItemState }): { minutesSpent?: number } {
  return kind === 'card' && state === 'done' ? { minutesSpent: 0 } : {}
}

/** What was done with an item. */
export interface ItemStateInput {
  item: ItemRef
  state: ItemState
  reason?: string
  /** With `todo`: minutes given so far to an item that goes on another day; with `done`: what it took. */
  minutesSpent?: number
  /** For what is put back as it was: the day on which it had been done. */
  day?: string
}

/** The presses that a change sends, each kept until the server has answered. */
type ItemPresses = ItemStateInput & { presses: { press: ItemPressSent; kept: string | null }[] }

/** Ticks, skips and puts back items: shown at once, taken back when the server refuses. */
export function useSetItemState() {
  const client = useQueryClient()
  const write = usePlanWrite(({ presses }: ItemPresses) => Promise.all(presses.map(({ press }) => sendItem(press))), {
    onSettled: (_answer, _error, { presses }) => {
      for (const { kept } of presses) forgetPress(kept)
    },
    onMutate: async ({ item, state, minutesSpent }) => {
      await Promise.all([
        client.cancelQueries({ queryKey: queryKeys.today }),
        client.cancelQueries({ queryKey: queryKeys.plans }),
      ])
      const patch = { state, ...(minutesSpent ? { spent: minutesSpent } : {}) }
      const undoItems = all(item).map(({ id }) => patchItem(client, id, patch))
      const undoMark = state === 'skipped' ? () => {} : paintMark(item, state === 'done')
      return () => {
        for (const undo of undoItems) undo()
        undoMark()
      }
    },
  })
  const { mutate: send } = write
  const mutate = (input: ItemStateInput, options?: Parameters<typeof send>[1]) => {
    const { item, ...body } = input
    const at = pressTime()
    const presses = all(item).map(({ id: itemId, planId }) => {
      const own = itemId === item.id ? body : { ...body, ...withoutMinutes(item, body) }
      const press = { planId, itemId, body: { ...own, at } }
      return { press, kept: keepPress({ item: press }) }
    })
    send({ ...input, presses }, options)
  }
  return { ...write, mutate }

  function paintMark({ kind, readingId }: ItemRef, isDone: boolean): () => void {
    if (kind !== 'read' || readingId === null) return () => {}
    const before = client.getQueryData<MarkMap>(queryKeys.marks)?.[readingId]
    const put = (status: MarkMap[string] | undefined) =>
      client.setQueryData<MarkMap>(queryKeys.marks, (marks = {}) => {
        const { [readingId]: _, ...others } = marks
        const next = status === undefined ? others : { ...others, [readingId]: status }
        keepLocalMarks(next)
        return next
      })
    put(isDone ? 'done' : undefined)
    return () => put(before)
  }
}

/** The words that new ones were written on. */
export type ItemWords = Partial<Record<'title' | 'reason' | 'prompt' | 'remark', string>>

/** Changes an item: its words, tier, minutes, place, or one's own day for it. */
export function useSetItem() {
  const client = useQueryClient()
  return usePlanWrite(
    ({
      item,
      change,
    }: {
      item: ItemRef
      change: ItemPatch & { afterItemId?: string | null; phaseId?: string | null; was?: ItemWords }
    }) =>
      Promise.all(
        all(item).map(({ id, planId }) =>
          api('PATCH plans/[planId]/items/[itemId]', { params: { planId, itemId: id }, body: change }),
        ),
      ),
    {
      onMutate: async ({ item, change: { afterItemId: _, phaseId: __, was: ___, ...patch } }) => {
        await client.cancelQueries({ queryKey: queryKeys.plans })
        const undoItems = all(item).map(({ id }) => patchItem(client, id, patch))
        return () => {
          for (const undo of undoItems) undo()
        }
      },
    },
  )
}

/** Puts items into a plan. */
export function useCreateItems(planId: string) {
  return usePlanWrite((body: NewItemsInput) => api('POST plans/[planId]/items', { params: { planId }, body }), {
    retry: false,
    meta: { isSaidByForm: true },
  })
}

/** Takes an item out of a plan. */
export function useRemoveItem() {
  return usePlanWrite(
    ({ id: itemId, planId }: ItemRef) => api('DELETE plans/[planId]/items/[itemId]', { params: { planId, itemId } }),
    { retry: false },
  )
}

/** Where an item goes: into a phase, behind another item of it (first for null). */
export interface ItemMove {
  item: ItemRef
  phaseId: string | null
  afterItemId: string | null
}

/** Moves items within a plan: shown at once, put back when the server refuses. */
export function useMoveItem(planId: string) {
  const client = useQueryClient()
  const key = queryKeys.plan(planId)
  return usePlanWrite(
    ({ item, ...place }: ItemMove) =>
      api('PATCH plans/[planId]/items/[itemId]', { params: { planId, itemId: item.id }, body: place }),
    {
      onMutate: async (move) => {
        await client.cancelQueries({ queryKey: key })
        const before = client.getQueryData<PlanAnswer>(key)?.items
        client.setQueryData<PlanAnswer>(key, (plan) => plan && { ...plan, items: moved(plan.items, move) })
        return () => client.setQueryData<PlanAnswer>(key, (plan) => plan && before && { ...plan, items: before })
      },
    },
  )
}

function moved(items: PlanItemDetail[], { item, phaseId, afterItemId }: ItemMove): PlanItemDetail[] {
  const own = items.find(({ id }) => id === item.id)
  if (!own) return items
  const others = items.filter(({ id }) => id !== item.id)
  const at =
    afterItemId === null
      ? others.findIndex((other) => other.phaseId === phaseId)
      : others.findIndex(({ id }) => id === afterItemId) + 1
  return others.toSpliced(at === -1 ? others.length : at, 0, { ...own, phaseId })
}

/** Says how important several items of a plan are. */
export function useSetTiers(planId: string) {
  return usePlanWrite((body: { itemIds: string[]; tier: Tier }) =>
    api('PATCH plans/[planId]/items', { params: { planId }, body }),
  )
}
