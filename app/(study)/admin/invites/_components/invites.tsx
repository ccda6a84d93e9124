'use client'

import { useRouter } from 'next/navigation'
import { Field } from '#components/ui/field.tsx'
import { SecretAddress } from '#components/ui/secret-address.tsx'
import { showToast } from '#components/ui/toaster.tsx'
import { useMakeInvite, useRevokeInvite } from '#hooks/use-people-admin.ts'
import type { InviteItem } from '#lib/api/people.ts'

/** Makes invitations and revokes them. */
export function Invites({ items, timeZone }: { items: InviteItem[]; timeZone: string }) {
  const router = useRouter()
  const make = useMakeInvite()
  const revoke = useRevokeInvite()
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone })
  const refused = (error: Error) => showToast({ text: error.message, tone: 'error' })
  return (
    <div className="grid max-w-measure gap-8">
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          const data = new FormData(event.currentTarget)
          const number = (name: string) => Number(data.get(name))
          make.mutate(
            { role: data.get('admin') ? 'admin' : 'user', days: number('days'), maxUses: number('maxUses') },
            { onSuccess: () => router.refresh(), onError: refused },
          )
        }}
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Days that it is open" name="days" type="number" min={1} max={90} defaultValue={7} required />
          <Field
            label="Accounts that it makes"
            name="maxUses"
            type="number"
            min={1}
            max={1000}
            defaultValue={1}
            required
          />
        </div>
        <label className="flex min-h-8 items-center gap-2">
          <input type="checkbox" name="admin" /> Whoever signs up by it becomes an admin
        </label>
        <button className="button button-main justify-self-start" disabled={make.isPending}>
          Make an invitation
        </button>
      </form>
      {make.data && (
        <SecretAddress
          label="The invitation"
          url={make.data.url}
          hint="Send it to whom you invite. It is shown this once."
        />
      )}
      {items.length === 0 ? (
        <p className="quiet">No invitation is open.</p>
      ) : (
        <ul className="lines" aria-label="Open invitations">
          {items.map(({ id, role, expiresAt, maxUses, uses, createdAt }) => (
            <li key={id}>
              <span>
                {role === 'admin' ? 'For an admin' : 'For people'}, made {day.format(createdAt)}
                <span className="small quiet figures block">
                  {uses} of {maxUses} taken · open until {day.format(expiresAt)}
                </span>
              </span>
              <button
                type="button"
                className="button button-small"
                disabled={revoke.isPending}
                onClick={() =>
                  revoke.mutate(id, {
                    onSuccess: () => {
                      make.reset()
                      showToast({ text: 'Revoked: nobody signs up by it any more.' })
                      router.refresh()
                    },
                    onError: refused,
                  })
                }
              >
                Revoke<span className="sr-only"> the one made {day.format(createdAt)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
