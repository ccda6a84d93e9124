import { z } from 'zod'
import { userRoles } from '#lib/auth/user-role.ts'
import { clientId, listOf, time } from './common.ts'
import type { EndpointPage } from './endpoint.ts'

const person = z.object({ userId: clientId })
const role = z.enum(userRoles)

/** An invitation to make an account, as admins see it. */
const invite = z.strictObject({
  id: z.string(),
  role,
  expiresAt: time,
  maxUses: z.int(),
  uses: z.int(),
  createdAt: time,
})
/** An output of `invite`. */
export type InviteItem = z.output<typeof invite>

/** What an admin does to other people's accounts. All of it wants a recent proof. */
export const peopleEndpoints = {
  /** Makes a link for somebody else. It is in this answer and nowhere else. */
  'POST people/[userId]/reset': { params: person, status: 201, answer: z.strictObject({ url: z.string() }) },
  /** Disables or enables an account, makes somebody an admin or takes that away. */
  'PATCH people/[userId]': {
    params: person,
    body: z.object({ role: role.optional(), disabled: z.boolean().optional() }),
    answer: 'nothing',
  },
  /** Deletes somebody's account with all its rows, as they could themselves. */
  'DELETE people/[userId]': { params: person, answer: 'nothing' },
  /** Signs somebody out everywhere. */
  'DELETE people/[userId]/sessions': { params: person, answer: z.strictObject({ removed: z.int() }) },
  /** Takes the second factors off the account of somebody who lost them. */
  'DELETE people/[userId]/factors': { params: person, answer: 'nothing' },
  'GET invites': { answer: listOf(invite) },
  /** Makes an invitation. Its address is in this answer and nowhere else. */
  'POST invites': {
    body: z.object({
      role: role.default('user'),
      days: z.int().min(1).max(90).default(7),
      maxUses: z.int().min(1).max(1000).default(1),
    }),
    status: 201,
    answer: z.strictObject({ id: z.string(), url: z.string() }),
  },
  'DELETE invites/[inviteId]': { params: z.object({ inviteId: clientId }), answer: 'nothing' },
} as const satisfies EndpointPage
