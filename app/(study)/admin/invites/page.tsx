import type { Metadata } from 'next'
import { requireAdmin } from '#app/_server/viewer.ts'
import { listInvites } from '#db/queries/accounts/sign-up-links.ts'
import { settings } from '#lib/settings.ts'
import { AdminHead } from '../_components/admin-head.tsx'
import { Invites } from './_components/invites.tsx'

export const metadata: Metadata = { title: 'Invitations' }

const rules = {
  open: 'Anybody may make an account on this server (SIGN_UP=open); an invitation can still make an admin.',
  invite: 'Accounts here need an invitation (SIGN_UP=invite): one of these, or a link to a plan.',
  closed: 'This server takes no new accounts (SIGN_UP=closed), not even by an invitation.',
}

export default async function InvitesPage() {
  const viewer = await requireAdmin('/admin/invites')
  return (
    <>
      <AdminHead path="/admin/invites" title="Invitations" words={rules[settings().SIGN_UP]} />
      <Invites items={await listInvites(viewer, Date.now())} timeZone={viewer.timeZone} />
    </>
  )
}
