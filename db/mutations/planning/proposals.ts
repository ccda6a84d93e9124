import { randomUUID } from 'node:crypto'
import { and, count, eq } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { NewProposal } from '#lib/api/proposals.ts'
import { canEditPlan, canMarkItems } from '#lib/permissions.ts'
import type { ProposedChange } from '#lib/planning/proposal.ts'
import { conflict, notFound, Problem } from '#lib/problems.ts'
import { transaction } from '#db/client.ts'
import { requireRoleWithin } from '#db/queries/planning/memberships.ts'
import { planProposals } from '#db/schema/index.ts'
import { createItems, removeItem } from './items.ts'
import { setTiers } from './tiers.ts'

/** Most proposals of a plan that wait for somebody. */
const mostOpen = 20

/**
 * Keeps changes that a program proposes, for a person to decide. The plan stays as it is.
 * @returns its id; that of the one that is there under the id already.
 * @throws Problem 404 for one who is not on the plan, 403 for a guest, 409 where 20 wait already.
 */
export async function createProposal(
  viewer: Viewer,
  planId: string,
  { id = randomUUID(), says, changes }: NewProposal,
  now: number,
): Promise<{ id: string }> {
  return transaction((tx) => {
    requireRoleWithin(tx, viewer, planId, canMarkItems)
    const isOpen = and(eq(planProposals.planId, planId), eq(planProposals.state, 'open'))
    const waiting = tx.select({ n: count() }).from(planProposals).where(isOpen).get()?.n ?? 0
    if (waiting >= mostOpen) throw conflict(`${mostOpen} proposals wait on this plan. Decide some of them first.`)
    const row = { id, planId, userId: viewer.id, says, changes, state: 'open' as const, createdAt: now }
    const { changes: made } = tx.insert(planProposals).values(row).onConflictDoNothing().run()
    const known = tx.select({ planId: planProposals.planId }).from(planProposals).where(eq(planProposals.id, id)).get()
    if (made === 0 && known?.planId !== planId)
      throw conflict('This proposal could not be made under its id. Try again.')
    return { id }
  })
}

/**
 * Accepts or declines a proposal; accepting makes its changes, one after another, as the viewer's own.
 * @returns how many were made, and a sentence for each that could not be any more.
 * @throws Problem 404 for one who is not on the plan or a proposal that does not wait on it, 403 for a role that may not.
 */
export async function decideProposal(
  viewer: Viewer,
  planId: string,
  proposalId: string,
  state: 'accepted' | 'declined',
  now: number,
): Promise<{ done: number; left: string[] }> {
  const changes = await transaction((tx) => {
    requireRoleWithin(tx, viewer, planId, canEditPlan, 'Only its owner and editors change the items of a plan.')
    const taken = tx
      .update(planProposals)
      .set({ state, decidedAt: now })
      .where(and(eq(planProposals.id, proposalId), eq(planProposals.planId, planId), eq(planProposals.state, 'open')))
      .returning({ changes: planProposals.changes })
      .get()
    if (!taken) throw notFound('proposal')
    return state === 'accepted' ? taken.changes : []
  })
  const left: string[] = []
  for (const change of changes) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- in their order
      await make(viewer, planId, change, now)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      left.push(error.detail)
    }
  }
  return { done: changes.length - left.length, left }
}

async function make(viewer: Viewer, planId: string, change: ProposedChange, now: number): Promise<void> {
  if (change.do === 'remove') return removeItem(viewer, planId, change.itemId, now)
  if (change.do === 'tier') return setTiers(viewer, planId, [change.itemId], change.tier, now)
  const { kind, readingId, tier } = change
  const title = change.title ?? undefined
  const minutes = change.minutes ?? undefined
  await createItems(viewer, planId, { kind, readingId, tier, title, minutes }, now)
}
