import { queryOptions, useMutation, type UseMutationOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import type { RepairKind } from '#lib/planning/repairs.ts'
import type { PlanAnswer, PlanHistory, ScheduleAnswer, TodayAnswer } from '#lib/planning/answers.ts'
import type { PlanSettings } from '#lib/planning/types.ts'
import { api } from './api.ts'
import { queryKeys } from './query-keys.ts'

/** What is due today. `initial` is what the page was rendered with. */
export function useToday(initial: TodayAnswer) {
  return useQuery({
    queryKey: queryKeys.today,
    queryFn: ({ signal }) => api<TodayAnswer>('GET', 'today', undefined, signal),
    initialData: initial,
  })
}

/** One way to ask for a plan, for all who look at it: the last one to look says how it is asked for again. */
const planQuery = (planId: string) =>
  queryOptions({
    queryKey: queryKeys.plan(planId),
    queryFn: ({ signal }) => api<PlanAnswer>('GET', `plans/${planId}`, undefined, signal),
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
    queryFn: ({ signal }) => api<ScheduleAnswer>('GET', `plans/${planId}/schedule`, undefined, signal),
    initialData: initial,
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

/** What the enrol form sends. */
export interface NewPlanInput {
  id: string
  templateId: string | null
  title?: string
  readingIds?: string[]
  phases?: { title: string; goal?: string; readingIds: string[] }[]
  startDate: string
  targetDate: string | null
  weekdayMinutes: readonly number[]
  daysOff: readonly string[]
  timeZone: string
}

/** Makes a plan. Not tried again by itself: the person is there to do it. */
export function useCreatePlan() {
  return usePlanWrite((input: NewPlanInput) => api<PlanAnswer>('POST', 'plans', input), { retry: false })
}

/** Changes a plan's words, or one's own dates and minutes on it. */
export function useSetPlan(planId: string) {
  return usePlanWrite(
    (change: Partial<Omit<NewPlanInput, 'id' | 'readingIds' | 'phases'>> & { description?: string }) =>
      api<PlanAnswer>('PATCH', `plans/${planId}`, change),
    { retry: false },
  )
}

/** Deletes a plan. */
export function useRemovePlan(planId: string) {
  return usePlanWrite(() => api('DELETE', `plans/${planId}`), { retry: false, refetch: 'never' })
}

/** Puts a repair in force, or takes the last one back. */
export function useRepair(planId: string) {
  return usePlanWrite(
    (kind: RepairKind | 'undo') =>
      kind === 'undo' ? api('DELETE', `plans/${planId}/repairs`) : api('POST', `plans/${planId}/repairs`, { kind }),
    { retry: false },
  )
}

/** What the viewer did about a plan's dates, and the passes that are over. */
export function usePlanHistory(planId: string) {
  return useQuery({
    queryKey: queryKeys.planHistory(planId),
    queryFn: ({ signal }) => api<PlanHistory>('GET', `plans/${planId}/history`, undefined, signal),
  })
}

/** Begins the next pass over a plan. */
export function useCreatePass(planId: string) {
  return usePlanWrite((dates: PlanSettings) => api<{ pass: number }>('POST', `plans/${planId}/passes`, dates), {
    retry: false,
  })
}
