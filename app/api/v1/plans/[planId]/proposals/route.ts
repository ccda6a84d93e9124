import { handle } from '#app/_server/handle.ts'
import { createProposal } from '#db/mutations/planning/proposals.ts'
import { listProposals } from '#db/queries/planning/proposals.ts'

export const GET = handle('GET plans/[planId]/proposals', {
  viewer: 'required',
  run: async ({ viewer, params }) => ({ body: { items: await listProposals(viewer, params.planId) } }),
})

export const POST = handle('POST plans/[planId]/proposals', {
  viewer: 'required',
  run: async ({ viewer, params, body, now }) => ({ body: await createProposal(viewer, params.planId, body, now) }),
})
