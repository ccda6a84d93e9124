import { handle } from '#app/_server/handle.ts'
import { leavePlan, removeMember, setMemberRole, setShows } from '#db/mutations/sharing/members.ts'
import { requireRole } from '#db/queries/planning/memberships.ts'
import { canSeePlan } from '#lib/permissions.ts'
import { forbidden } from '#lib/problems.ts'

/** Gives somebody a role, as the owner; or says what the others see of oneself. */
export const PATCH = handle('PATCH plans/[planId]/members/[userId]', {
  viewer: 'required',
  async run({ viewer, params: { planId, userId }, body, now }) {
    if ('role' in body) await setMemberRole(viewer, planId, userId, body.role, now)
    else if (userId === viewer.id) await setShows(viewer, planId, body.shows)
    else {
      await requireRole(viewer, planId, canSeePlan)
      throw forbidden('Everybody chooses for themselves what the others see.')
    }
    return { body }
  },
})

/** Takes somebody off the plan, as the owner; or leaves it, oneself. */
export const DELETE = handle('DELETE plans/[planId]/members/[userId]', {
  viewer: 'required',
  async run({ viewer, params: { planId, userId }, query, now }) {
    if (userId === viewer.id) await leavePlan(viewer, planId, now)
    else await removeMember(viewer, planId, userId, { revokeLinks: query.revokeLinks === 'true' }, now)
  },
})
