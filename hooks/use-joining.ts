import type { DatesInput, ForkInput } from '#lib/api/sharing.ts'
import { api } from './api.ts'
import { usePlanWrite } from './use-plans.ts'

/** Where a plan comes from: a link's token, or a plan's id. */
export type PlanSource = { token: string } | { planId: string }

/** Joins by a link, or accepts an invitation. */
export function useJoin(source: PlanSource) {
  return usePlanWrite(
    (body: DatesInput) =>
      'token' in source
        ? api('POST shared/[token]/join', { params: source, body })
        : api('POST plans/[planId]/invitation', { params: source, body }),
    { retry: false, refetch: 'never', meta: { isSaidByForm: true } },
  )
}

/** Makes a copy of one's own; `id` is made before the first try. */
export function useFork(source: PlanSource) {
  return usePlanWrite(
    (body: ForkInput & { id: string }) =>
      'token' in source
        ? api('POST shared/[token]/fork', { params: source, body })
        : api('POST plans/[planId]/fork', { params: source, body }),
    { retry: false, meta: { isSaidByForm: true } },
  )
}

/** Says no to an invitation. */
export function useDeclineInvitation() {
  return usePlanWrite((planId: string) => api('DELETE plans/[planId]/invitation', { params: { planId } }), {
    refetch: 'never',
  })
}

/** Makes a plan out of a file's text. */
export function useImportPlan() {
  return usePlanWrite((body: DatesInput & { id: string; file: string }) => api('POST plans/import', { body }), {
    retry: false,
    meta: { isSaidByForm: true },
  })
}

/** Brings a deleted plan back. */
export function useRestorePlan() {
  return usePlanWrite((planId: string) => api('POST plans/[planId]/restore', { params: { planId } }), {
    refetch: 'never',
  })
}
