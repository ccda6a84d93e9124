'use client'

import { useRouter } from 'next/navigation'
import { ProviderButtons } from '#components/accounts/provider-buttons.tsx'
import { showToast } from '#components/ui/toaster.tsx'
import { useUnlink } from '#hooks/use-providers.ts'
import type { ProviderId } from '#lib/auth/providers.ts'

interface ConnectionsProps {
  items: { id: ProviderId; name: string; isConnected: boolean }[]
  /** Why the last try led nowhere. */
  refusal: string | null
}

/** Other servers by which the viewer signs in. */
export function Connections({ items, refusal }: ConnectionsProps) {
  const router = useRouter()
  const unlink = useUnlink()
  const connected = items.filter(({ isConnected }) => isConnected)
  return (
    <div className="grid gap-4">
      {refusal && (
        <p role="alert" className="notice notice-error">
          {refusal}
        </p>
      )}
      {connected.length > 0 && (
        <ul className="lines" aria-label="Connected">
          {connected.map(({ id, name }) => (
            <li key={id}>
              <span>{name}</span>
              <button
                type="button"
                className="button button-small"
                disabled={unlink.isPending}
                onClick={() =>
                  unlink.mutate(id, {
                    onSuccess: () => {
                      showToast({ text: `${name} does not sign you in any more.` })
                      router.refresh()
                    },
                    onError: (error) => showToast({ text: error.message, tone: 'error' }),
                  })
                }
              >
                Disconnect<span className="sr-only"> {name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <ProviderButtons providers={items.filter(({ isConnected }) => !isConnected)} to="/settings" act="Connect" />
    </div>
  )
}
