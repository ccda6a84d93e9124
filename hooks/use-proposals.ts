import { api } from './api.ts'
import { usePlanWrite } from './use-plans.ts'

/** Accepts or declines what a program proposed for a plan. */
export function useDecideProposal(planId: string) {
  return usePlanWrite(
    ({ proposalId, state }: { proposalId: string; state: 'accepted' | 'declined' }) =>
      api('PUT plans/[planId]/proposals/[proposalId]', { params: { planId, proposalId }, body: { state } }),
    { retry: false },
  )
}
