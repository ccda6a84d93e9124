import { beforeEach, describe, expect, test } from 'vitest'
import { listLinks } from '#db/queries/sharing/links.ts'
import { getRole } from '#db/queries/planning/memberships.ts'
import { listInvitations, listMembers } from '#db/queries/sharing/members.ts'
import { getSharedByInvitation, getSharedByLink } from '#db/queries/sharing/shared-plan.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson, type Person } from '#db/testing/people.ts'
import { anySettings, makeMember, makePlan, roleInTable } from '#db/testing/sharing.ts'
import { acceptInvitation, joinByLink, removeInvitation } from './joins.ts'
import { createLink, removeLink, setPublicPage } from './links.ts'
import { inviteMember, leavePlan, removeMember, setMemberRole, setOwner, setShows } from './members.ts'

const now = Date.parse('2026-03-04T12:00:00Z')
const hour = 3_600_000
let ada: Person
let bob: Person
let planId: string

beforeEach(async () => {
  await freshDatabase()
  ada = await createPerson({ name: 'Ada' }, now)
  bob = await createPerson({ name: 'Bob' }, now)
  planId = await makePlan(ada, { title: 'Team plan' }, now)
})

const open = { role: 'member' as const, expiresAt: null, maxUses: null }
const link = (given = {}) => createLink(ada.viewer, planId, { ...open, ...given }, now)
const dead = {
  status: 404,
  detail: 'This link does not work, or does no longer. Ask the person who sent it for a new one.',
}

describe('a link', () => {
  test('lets somebody join with dates of their own and the role that it gives', async () => {
    const { token } = await link({ role: 'editor' })
    const dates = { ...anySettings, startDate: '2026-04-01', targetDate: '2026-05-01' }
    expect(await joinByLink(bob.viewer, token, dates, now)).toEqual({ planId, role: 'editor' })
    expect(await getRole(bob.viewer, planId)).toBe('editor')
  })

  test('of ten uses lets ten of fifty in who come at the same moment, and gives forty the same clear answer', async () => {
    const { token } = await link({ maxUses: 10 })
    const people = await Promise.all(Array.from({ length: 50 }, () => createPerson({}, now)))
    const answers = await Promise.allSettled(people.map((one) => joinByLink(one.viewer, token, anySettings, now)))
    const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason as object] : []))
    expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(10)
    expect(refused).toHaveLength(40)
    for (const reason of refused) expect(reason).toMatchObject(dead)
    expect(await listMembers(ada.viewer, planId)).toHaveLength(11)
    expect((await listLinks(ada.viewer, planId, now)).items[0]).toMatchObject({ uses: 10, state: 'used-up' })
  })

  test('takes one use of somebody who joins twice', async () => {
    const { token } = await link({ maxUses: 2 })
    await joinByLink(bob.viewer, token, anySettings, now)
    await joinByLink(bob.viewer, token, anySettings, now)
    await joinByLink((await createPerson()).viewer, token, anySettings, now)
    expect((await listLinks(ada.viewer, planId, now)).items[0]?.uses).toBe(2)
    expect(await joinByLink(bob.viewer, token, anySettings, now)).toEqual({ planId, role: 'member' })
  })

  test('is one and the same to a stranger: never made, revoked, expired, used up, or of a deleted plan', async () => {
    const revoked = await link()
    await removeLink(ada.viewer, planId, revoked.id, now)
    const expired = await link({ expiresAt: now + hour })
    const used = await link({ maxUses: 1 })
    await joinByLink((await createPerson()).viewer, used.token, anySettings, now)
    for (const token of ['never-made', revoked.token, expired.token, used.token]) {
      await expect(joinByLink(bob.viewer, token, anySettings, now + hour)).rejects.toMatchObject(dead)
      expect(await getSharedByLink(null, token, now + hour)).toBeNull()
      expect(await getSharedByLink(bob.viewer, token, now + hour)).toBeNull()
    }
    expect(roleInTable(planId, bob)).toBeNull()
  })

  test('raises a guest to a member and never lowers an editor', async () => {
    const guest = await makeMember(planId, 'guest')
    const editor = await makeMember(planId, 'editor')
    const { token } = await link()
    expect(await joinByLink(guest.viewer, token, anySettings, now)).toMatchObject({ role: 'member' })
    expect(await joinByLink(editor.viewer, token, anySettings, now)).toMatchObject({ role: 'editor' })
    expect(await joinByLink(ada.viewer, token, anySettings, now)).toMatchObject({ role: 'owner' })
    expect(roleInTable(planId, ada)).toBe('owner')
  })

  test('is made, listed and revoked by the owner alone, and its token is told once', async () => {
    const { id, token } = await link()
    expect(JSON.stringify(await listLinks(ada.viewer, planId, now))).not.toContain(token)
    for (const role of ['editor', 'member', 'guest'] as const) {
      const other = await makeMember(planId, role)
      await expect(createLink(other.viewer, planId, open, now)).rejects.toMatchObject({ status: 403 })
      await expect(listLinks(other.viewer, planId, now)).rejects.toMatchObject({ status: 403 })
      await expect(removeLink(other.viewer, planId, id, now)).rejects.toMatchObject({ status: 403 })
    }
    await expect(createLink(bob.viewer, planId, open, now)).rejects.toMatchObject({ status: 404 })
    await expect(listLinks(bob.viewer, planId, now)).rejects.toMatchObject({ status: 404 })
    await expect(removeLink(bob.viewer, planId, id, now)).rejects.toMatchObject({ status: 404 })
    await removeLink(ada.viewer, planId, id, now)
    expect((await listLinks(ada.viewer, planId, now)).items[0]?.state).toBe('revoked')
  })

  test('is refused in words as the fifty-first live one, and made once another is revoked or over', async () => {
    await setPublicPage(ada.viewer, planId, 'guest', now)
    await link({ expiresAt: now - 1 })
    const { id } = await link()
    for (let n = 2; n <= 50; n++) await link()
    await expect(link()).rejects.toMatchObject({ status: 409, detail: expect.stringContaining('50 live links') })
    await removeLink(ada.viewer, planId, id, now)
    await link()
    await expect(link()).rejects.toMatchObject({ status: 409 })
  })

  test('of one plan is not revoked by the owner of another', async () => {
    const { id } = await link()
    const other = await makePlan(bob, {}, now)
    await expect(removeLink(bob.viewer, other, id, now)).rejects.toMatchObject({ status: 404 })
  })
})

describe('a public page', () => {
  test('stands at the plan’s own address while it is public, and is a dead link before and after', async () => {
    expect(await getSharedByLink(null, planId, now)).toBeNull()
    await setPublicPage(ada.viewer, planId, 'guest', now)
    expect(await getSharedByLink(null, planId, now)).toMatchObject({ public: true, plan: { title: 'Team plan' } })
    expect((await listLinks(ada.viewer, planId, now)).public).toEqual({ role: 'guest', uses: 0 })
    await setPublicPage(ada.viewer, planId, null, now)
    expect(await getSharedByLink(null, planId, now)).toBeNull()
    await setPublicPage(ada.viewer, planId, 'member', now)
    expect(await getSharedByLink(null, planId, now)).toMatchObject({ role: 'member' })
  })

  test('is the owner’s to make', async () => {
    const editor = await makeMember(planId, 'editor')
    await expect(setPublicPage(editor.viewer, planId, 'guest', now)).rejects.toMatchObject({ status: 403 })
    await expect(setPublicPage(bob.viewer, planId, 'guest', now)).rejects.toMatchObject({ status: 404 })
  })
})

describe('an invitation', () => {
  const invite = () => inviteMember(ada.viewer, planId, { userId: bob.viewer.id, role: 'editor' }, now)

  test('puts somebody on the plan only once they say yes', async () => {
    await invite()
    expect(await getRole(bob.viewer, planId)).toBeNull()
    expect(await listInvitations(bob.viewer)).toMatchObject([
      { planId, title: 'Team plan', role: 'editor', invitedBy: 'Ada' },
    ])
    expect(await getSharedByInvitation(bob.viewer, planId)).toMatchObject({ plan: { title: 'Team plan' } })
    await acceptInvitation(bob.viewer, planId, anySettings, now)
    expect(await getRole(bob.viewer, planId)).toBe('editor')
    expect(await listInvitations(bob.viewer)).toEqual([])
  })

  test('is seen by the owner and the invited, by nobody else on the plan', async () => {
    await invite()
    const member = await makeMember(planId, 'member')
    expect((await listMembers(ada.viewer, planId)).map((one) => one.name)).toContain('Bob')
    expect((await listMembers(member.viewer, planId)).map((one) => one.name)).not.toContain('Bob')
    await expect(listMembers(bob.viewer, planId)).rejects.toMatchObject({ status: 404 })
    expect(await getSharedByInvitation(member.viewer, planId)).toBeNull()
  })

  test('can be refused, and taken back', async () => {
    await invite()
    await removeInvitation(bob.viewer, planId)
    await expect(acceptInvitation(bob.viewer, planId, anySettings, now)).rejects.toMatchObject({ status: 404 })
    await invite()
    await removeMember(ada.viewer, planId, bob.viewer.id, { revokeLinks: false }, now)
    await expect(acceptInvitation(bob.viewer, planId, anySettings, now)).rejects.toMatchObject({ status: 404 })
  })

  test('of a stranger is not there, and an editor gives none', async () => {
    const editor = await makeMember(planId, 'editor')
    const given = { userId: bob.viewer.id, role: 'guest' as const }
    await expect(inviteMember(editor.viewer, planId, given, now)).rejects.toMatchObject({ status: 403 })
    await expect(inviteMember(bob.viewer, planId, given, now)).rejects.toMatchObject({ status: 404 })
    await expect(acceptInvitation(bob.viewer, planId, anySettings, now)).rejects.toMatchObject({ status: 404 })
  })
})

describe('the people', () => {
  test('who was taken off is refused at the next question, and their links with them if the owner says so', async () => {
    const { token } = await link()
    await joinByLink(bob.viewer, token, anySettings, now)
    await removeMember(ada.viewer, planId, bob.viewer.id, { revokeLinks: true }, now)
    await expect(listMembers(bob.viewer, planId)).rejects.toMatchObject({ status: 404 })
    await expect(joinByLink(bob.viewer, token, anySettings, now)).rejects.toMatchObject(dead)
  })

  test('an owner cannot leave, be taken off or made less, and can hand the plan over', async () => {
    const member = await makeMember(planId, 'member')
    await expect(leavePlan(ada.viewer, planId, now)).rejects.toMatchObject({ status: 403 })
    await expect(removeMember(ada.viewer, planId, ada.viewer.id, { revokeLinks: false }, now)).rejects.toMatchObject({
      status: 422,
    })
    await expect(setMemberRole(ada.viewer, planId, ada.viewer.id, 'guest', now)).rejects.toMatchObject({ status: 422 })
    await expect(setOwner(member.viewer, planId, member.viewer.id, now)).rejects.toMatchObject({ status: 403 })
    await setOwner(ada.viewer, planId, member.viewer.id, now)
    expect([roleInTable(planId, ada), roleInTable(planId, member)]).toEqual(['editor', 'owner'])
    await leavePlan(ada.viewer, planId, now)
    expect(await getRole(ada.viewer, planId)).toBeNull()
  })

  test('a plan is not handed over to one who has not said yes', async () => {
    const invited = await makeMember(planId, 'member', { joinedAt: null })
    await expect(setOwner(ada.viewer, planId, invited.viewer.id, now)).rejects.toMatchObject({ status: 403 })
    await expect(setOwner(ada.viewer, planId, bob.viewer.id, now)).rejects.toMatchObject({ status: 404 })
  })

  test('each sets what the others see of themselves, and nobody sets it for another', async () => {
    const member = await makeMember(planId, 'member')
    await setShows(member.viewer, planId, 'everything')
    await expect(setShows(bob.viewer, planId, 'everything')).rejects.toMatchObject({ status: 404 })
    const shown = await listMembers(ada.viewer, planId)
    expect(shown.map((one) => [one.role, one.shows])).toEqual([
      ['owner', 'counts'],
      ['member', 'everything'],
    ])
  })
})
