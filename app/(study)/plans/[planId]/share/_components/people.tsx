'use client'

import { useState } from 'react'
import { useChoice } from '#hooks/use-choice.ts'
import { useMembers, useSetRole } from '#hooks/use-people.ts'
import type { MemberItem } from '#lib/api/sharing-answers.ts'
import type { GivenRole } from '#lib/permissions.ts'
import { InviteForm } from './invite-form.tsx'
import { Part } from '../../_components/part.tsx'
import { RemoveMember } from './remove-member.tsx'
import { RoleSelect } from './role-select.tsx'

/** Who is on the plan and with which role, and who else of this server could be. */
export function People({ planId, members: initial }: { planId: string; members: MemberItem[] }) {
  const { data: members } = useMembers(planId, initial)
  const [leaving, setLeaving] = useState<MemberItem | null>(null)
  return (
    <Part
      title="People on this server"
      words="Whom you invite sees the plan among theirs, and is on it once they say yes."
    >
      <InviteForm planId={planId} />
      <ul className="lines">
        {members.map((member) => (
          <Line key={member.userId} planId={planId} member={member} onRemove={() => setLeaving(member)} />
        ))}
      </ul>
      {leaving && <RemoveMember planId={planId} member={leaving} onClose={() => setLeaving(null)} />}
    </Part>
  )
}

function Line({ planId, member, onRemove }: { planId: string; member: MemberItem; onRemove: () => void }) {
  const { role } = member
  return (
    <li>
      <span className="basis-full sm:basis-32">
        {member.name}
        <span className="small quiet">
          {member.self ? ' · you' : ''}
          {member.joinedAt === null ? ' · invited' : ''}
        </span>
      </span>
      {role === 'owner' ? (
        <span className="quiet">owner</span>
      ) : (
        <>
          <MemberRole planId={planId} member={member} role={role} />
          <button type="button" className="button button-small w-24" onClick={onRemove}>
            {member.joinedAt === null ? 'Take back' : 'Remove'}
            <span className="sr-only"> {member.name}</span>
          </button>
        </>
      )}
    </li>
  )
}

function MemberRole({ planId, member, role: saved }: { planId: string; member: MemberItem; role: GivenRole }) {
  const setRole = useSetRole(planId)
  const [role, choose] = useChoice(saved, (next, options) =>
    setRole.mutate({ userId: member.userId, role: next }, options),
  )
  return (
    <RoleSelect
      className="input input-small w-0 min-w-40 flex-1 sm:max-w-64"
      aria-label={`Role of ${member.name}`}
      value={role}
      onChange={choose}
    />
  )
}
