import type { NewPhaseInput, PhaseChangeInput } from '#lib/api/phases.ts'
import { api } from './api.ts'
import { usePlanWrite } from './use-plans.ts'

/** Adds a phase to a plan, or puts back one that was removed. */
export function useCreatePhase(planId: string) {
  return usePlanWrite((body: NewPhaseInput) => api('POST plans/[planId]/phases', { params: { planId }, body }), {
    retry: false,
    refetch: 'first',
  })
}

/** Changes a phase: its words, or its place. */
export function useSetPhase(planId: string) {
  return usePlanWrite(
    ({ phaseId, ...body }: PhaseChangeInput & { phaseId: string }) =>
      api('PATCH plans/[planId]/phases/[phaseId]', { params: { planId, phaseId }, body }),
    { retry: false, refetch: 'first' },
  )
}

/** Takes a phase out of a plan; its items stay. */
export function useRemovePhase(planId: string) {
  return usePlanWrite(
    (phaseId: string) => api('DELETE plans/[planId]/phases/[phaseId]', { params: { planId, phaseId } }),
    { retry: false },
  )
}
