import { handle } from '#app/_server/handle.ts'
import { decideProposal } from '#db/mutations/planning/proposals.ts'

export const PUT = handle('PUT plans/[planId]/proposals/[proposalId]', {
  viewer: 'required',
  run: async ({ viewer, params, body, now }) => ({
    body: await decideProposal(viewer, params.planId, params.proposalId, body.state, now),
  }),
})
