import type { PlanRole } from '#lib/permissions.ts'
import { api } from './api.ts'
import { usePlanWrite } from './use-plans.ts'

/** A person's dates and minutes on a plan. */
export interface DatesInput {
  startDate: string
  targetDate: string | null
  weekdayMinutes: readonly number[]
  daysOff: readonly string[]
  timeZone: string
}

/** Where a plan comes from: a link's token, or a plan's id. */
export type PlanSource = { token: string } | { planId: string }

/** Joins by a link, or accepts an invitation. */
export function useJoin(source: PlanSource) {
  const path = 'token' in source ? `shared/${source.token}/join` : `plans/${source.planId}/invitation`
  return usePlanWrite((dates: DatesInput) => api<{ planId: string; role: PlanRole }>('POST', path, dates), {
    retry: false,
    refetch: 'never',
  })
}

/** Makes a copy of one's own; `id` is made before the first try. */
export function useFork(source: PlanSource) {
  const path = 'token' in source ? `shared/${source.token}/fork` : `plans/${source.planId}/fork`
  return usePlanWrite(
    (input: DatesInput & { id: string; title?: string }) => api<{ planId: string }>('POST', path, input),
    { retry: false },
  )
}

/** Says no to an invitation. */
export function useDeclineInvitation() {
  return usePlanWrite((planId: string) => api('DELETE', `plans/${planId}/invitation`), { refetch: 'never' })
}

/** Makes a plan out of a file's text. */
export function useImportPlan() {
  return usePlanWrite(
    (input: DatesInput & { id: string; file: string }) =>
      api<{ planId: string; ignored: string[]; ignoredCount: number }>('POST', 'plans/import', input),
    { retry: false },
  )
}

/** Brings a deleted plan back. */
export function useRestorePlan() {
  return usePlanWrite((planId: string) => api('POST', `plans/${planId}/restore`), { refetch: 'never' })
}
