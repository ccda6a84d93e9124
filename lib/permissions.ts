import type { Viewer } from '#lib/auth/viewer.ts'

/**
 * Who may do what, as pure functions: the button asks the same one as the handler. A role of null means that the
 * person is not on the plan, which handlers answer with 404 before they ask here.
 */

/** The roles on a plan, from the strongest: the owner, one who edits, one who does it, one who only looks. */
export const planRoles = ['owner', 'editor', 'member', 'guest'] as const

/** One of `planRoles`. */
export type PlanRole = (typeof planRoles)[number]

/** The roles that can be given to somebody. */
export const givenRoles = ['editor', 'member', 'guest'] as const satisfies PlanRole[]

/** One of `givenRoles`. */
export type GivenRole = (typeof givenRoles)[number]

type Role = PlanRole | null

const among =
  (...roles: PlanRole[]) =>
  (role: Role): boolean =>
    role !== null && roles.includes(role)

/** See the plan, its items and its people. */
export const canSeePlan = among('owner', 'editor', 'member', 'guest')
/** Change title, phases, items, tiers and remarks. */
export const canEditPlan = among('owner', 'editor')
/** Make and revoke links, change roles, remove people, make the plan public. */
export const canSharePlan = among('owner')
/** Delete the plan, take that back, hand it to another. */
export const canDeletePlan = among('owner')
/** Have dates, minutes and a schedule of one's own on it, and do items. */
export const canMarkItems = among('owner', 'editor', 'member')
/** Go away from it. An owner hands it over first. */
export const canLeavePlan = among('editor', 'member', 'guest')
/** Write a comment on an item, and share a note with the plan. */
export const canComment = among('owner', 'editor', 'member')
/** Change the words of a comment: its writer alone, while still one who may comment. */
export const canEditComment = (role: Role, isWriter: boolean): boolean => isWriter && canComment(role)
/** Take a comment away: its writer, and the plan's owner. */
export const canRemoveComment = (role: Role, isWriter: boolean): boolean =>
  role === 'owner' || (isWriter && canSeePlan(role))

/** Look after the catalogue and the server: the admin's pages. */
export const canAdministrate = (viewer: Pick<Viewer, 'role'>): boolean => viewer.role === 'admin'

/**
 * Make an account: the first one always; after that as the server's `SIGN_UP` says, where `invite` wants a live link
 * to a plan.
 */
export function canSignUp(mode: 'open' | 'invite' | 'closed', isFirst: boolean, isInvited: boolean): boolean {
  return isFirst || mode === 'open' || (mode === 'invite' && isInvited)
}
