'use client'

import { useState } from 'react'
import { SecretAddress } from '#components/ui/secret-address.tsx'
import { showToast } from '#components/ui/toaster.tsx'
import { useRevokeToken } from '#hooks/use-tokens.ts'
import type { TokenItem } from '#lib/api/tokens.ts'
import { TokenForm } from './token-form.tsx'

/** The viewer's keys for other programs: make one, see when each was used, revoke. */
export function Tokens({ items: given, timeZone }: { items: TokenItem[]; timeZone: string }) {
  const [items, setItems] = useState(given)
  const [made, setMade] = useState<string | null>(null)
  const revoke = useRevokeToken()
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone })
  const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone })
  const remove = ({ id, name }: TokenItem) =>
    revoke.mutate(id, {
      onSuccess() {
        setItems((before) => before.filter((item) => item.id !== id))
        setMade(null)
        showToast({ text: `Revoked: the token “${name}” opens nothing any more.` })
      },
      onError: (error) => showToast({ text: `Not revoked: ${error.message}`, tone: 'error' }),
    })
  return (
    <div className="grid gap-6">
      {items.length > 0 && (
        <ul className="lines" aria-label="Your tokens">
          {items.map((item) => (
            <li key={item.id}>
              <span>
                {item.name}
                <span className="small quiet figures block">
                  {item.scope === 'write' ? 'Reads and writes' : 'Reads'} · until {day.format(item.expiresAt)} ·{' '}
                  {item.lastUsedAt === null ? 'not used yet' : `last used ${when.format(item.lastUsedAt)}`}
                </span>
              </span>
              <button
                type="button"
                className="button button-small"
                disabled={revoke.isPending}
                onClick={() => remove(item)}
              >
                Revoke<span className="sr-only"> {item.name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {made !== null && (
        <SecretAddress
          label="Your new token"
          url={made}
          hint="It is shown this once. Keep it like a password, and never put it in an address."
        />
      )}
      <TokenForm
        onMade={({ token, item }) => {
          setItems((before) => [item, ...before])
          setMade(token)
        }}
      />
    </div>
  )
}
