import { queryOptions, useMutation, type UseMutationOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import type { RepairKind } from '#lib/planning/repairs.ts'
import type { PlanAnswer, TodayAnswer } from '#lib/api/plan-answers.ts'
import type { ScheduleAnswer } from '#lib/api/schedule-answer.ts'
import type { NewPlanInput, PlanChangeInput } from '#lib/api/plans.ts'
import type { DatesInput } from '#lib/api/sharing.ts'
import { api } from './api.ts'
import { queryKeys } from './query-keys.ts'

/** How what is due today is asked for. */
export const todayQuery = queryOptions({
  queryKey: queryKeys.today,
  queryFn: ({ signal }) => api('GET today', { signal }),
})

/** What is due today. `initial` is what the page was rendered with. */
export function useToday(initial: TodayAnswer) {
  return useQuery({ ...todayQuery, initialData: initial })
}

/** One way to ask for a plan, for all who look at it: the last one to look says how it is asked for again. */
const planQuery = (planId: string) =>
  queryOptions({
    queryKey: queryKeys.plan(planId),
    queryFn: ({ signal }) => api('GET plans/[planId]', { params: { planId }, signal }),
  })

/** A plan with its items. */
export function usePlan(initial: PlanAnswer) {
  return useQuery({ ...planQuery(initial.id), initialData: initial })
}

/** A plan's title as this page last knew it, asked of nobody: `initial` until the plan itself was loaded. */
export function usePlanTitle(planId: string, initial: string): string {
  const { data } = useQuery({ ...planQuery(planId), enabled: false })
  return data?.title ?? initial
}

/** The days of a plan. */
export function useSchedule(planId: string, initial: ScheduleAnswer) {
  return useQuery({
    queryKey: queryKeys.schedule(planId),
    queryFn: ({ signal }) => api('GET plans/[planId]/schedule', { params: { planId }, signal }),
    initialData: initial,
  })
}

/** How the viewer's running plans stand: what a preview of new dates is worked out from. */
export function useStanding() {
  return useQuery({
    queryKey: queryKeys.standing,
    queryFn: ({ signal }) => api('GET standing', { signal }),
  })
}

type PlanWriteOptions<Input, Output> = Omit<
  UseMutationOptions<Output, Error, Input, (() => void) | void>,
  'mutationFn' | 'onSettled'
> & {
  onSettled?: (output: Output | undefined, error: Error | null, input: Input) => void
} & {
  /**
   * What the page asks for again. With `later`, the default, it is not waited for: what comes back may take away the
   * very part that called, and its own callbacks with it. With `first` the write is pending until the page shows it.
   * With `never` nothing is asked for, as the page is left.
   */
  refetch?: 'later' | 'first' | 'never'
}

/** Everything that a write to a plan may change is asked for again, once no other write is under way. */
export function usePlanWrite<Input, Output = unknown>(
  run: (input: Input) => Promise<Output>,
  { refetch = 'later', onSettled, ...options }: PlanWriteOptions<Input, Output> = {},
) {
  const client = useQueryClient()
  return useMutation({
    mutationKey: ['plan-write'],
    scope: { id: 'plans' },
    ...options,
    mutationFn: run,
    onError: (error, input, undo, context) => {
      undo?.()
      return options.onError?.(error, input, undo, context)
    },
    onSettled: (output, error, input) => {
      onSettled?.(output, error, input)
      if (client.isMutating({ mutationKey: ['plan-write'] }) > 1) return
      const refetchType = refetch === 'never' && !error ? 'none' : 'active'
      const keys = [queryKeys.plans, queryKeys.today, queryKeys.marks]
      const asked = Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey, refetchType })))
      return refetch === 'first' ? asked : undefined
    },
  })
}

/** Makes a plan. Not tried again by itself: the person is there to do it. */
export function useCreatePlan() {
  return usePlanWrite((body: NewPlanInput & { id: string }) => api('POST plans', { body }), {
    retry: false,
    meta: { isSaidByForm: true },
  })
}

/** Changes a plan's words, or one's own dates and minutes on it. */
export function useSetPlan(planId: string) {
  return usePlanWrite((body: PlanChangeInput) => api('PATCH plans/[planId]', { params: { planId }, body }), {
    retry: false,
    meta: { isSaidByForm: true },
  })
}

/** Deletes a plan. */
export function useRemovePlan(planId: string) {
  return usePlanWrite(() => api('DELETE plans/[planId]', { params: { planId } }), { retry: false, refetch: 'never' })
}

/** Puts a repair in force, or takes the last one back. */
export function useRepair(planId: string) {
  return usePlanWrite(
    (kind: RepairKind | 'undo') =>
      kind === 'undo'
        ? api('DELETE plans/[planId]/repairs', { params: { planId } })
        : api('POST plans/[planId]/repairs', { params: { planId }, body: { kind } }),
    { retry: false },
  )
}

/** What the viewer did about a plan's dates, and the passes that are over. */
export function usePlanHistory(planId: string) {
  return useQuery({
    queryKey: queryKeys.planHistory(planId),
    queryFn: ({ signal }) => api('GET plans/[planId]/history', { params: { planId }, signal }),
  })
}

/** Begins the next pass over a plan. */
export function useCreatePass(planId: string) {
  return usePlanWrite((body: DatesInput) => api('POST plans/[planId]/passes', { params: { planId }, body }), {
    retry: false,
    meta: { isSaidByForm: true },
  })
}
