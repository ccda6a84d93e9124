'use client'

import { useId, useState } from 'react'
import { showToast } from '#components/ui/toaster.tsx'
import { useDebounced } from '#hooks/use-debounced.ts'
import { useInvite, usePeopleToInvite } from '#hooks/use-people.ts'
import type { GivenRole } from '#lib/permissions.ts'
import type { PersonItem } from '#lib/api/sharing-answers.ts'
import { RoleSelect } from './role-select.tsx'

/** Finds people of one's other plans by name, and anybody by their whole e-mail address, and invites them. */
export function InviteForm({ planId }: { planId: string }) {
  const id = useId()
  const [q, setQ] = useState('')
  const [role, setRole] = useState<GivenRole>('member')
  const { data: people, isPending } = usePeopleToInvite(planId, useDebounced(q, 200))
  const invite = useInvite(planId)
  const give = (person: PersonItem) =>
    invite.mutate(
      { userId: person.userId, role },
      {
        onSuccess: () => showToast({ text: `${person.name} is invited.` }),
        onError: (error) => showToast({ text: `Not invited: ${error.message}`, tone: 'error' }),
      },
    )
  return (
    <div className="grid gap-3">
      <div className="grid gap-3 sm:grid-cols-2">
        <div className="field">
          <label htmlFor={`${id}-q`}>Name, or whole e-mail address</label>
          <input
            id={`${id}-q`}
            className="input"
            type="search"
            autoComplete="off"
            maxLength={254}
            value={q}
            onChange={(event) => setQ(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-role`}>As</label>
          <RoleSelect id={`${id}-role`} value={role} onChange={setRole} />
        </div>
      </div>
      <p className="sr-only" role="status">
        {people ? `${people.length} found` : ''}
      </p>
      {people?.length === 0 && !isPending && (
        <p className="small quiet">
          {q.trim() === ''
            ? 'People of your other plans are found by name, everybody else by their whole e-mail address.'
            : 'Nobody of your other plans has that name. Type a whole e-mail address to find anybody else.'}
        </p>
      )}
      {people && people.length > 0 && (
        <ul className="lines max-h-72 overflow-y-auto">
          {people.map((person) => (
            <li key={person.userId}>
              <span>{person.name}</span>
              <button
                type="button"
                className="button button-small"
                disabled={invite.isPending}
                onClick={() => give(person)}
              >
                Invite<span className="sr-only"> {person.name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
