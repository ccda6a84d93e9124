'use client'

import { useState } from 'react'
import { SecretAddress } from '#components/ui/secret-address.tsx'
import { showToast } from '#components/ui/toaster.tsx'
import { useSetActivityFeed } from '#hooks/use-activity.ts'

/** The viewer's secret address of the activity as Atom: make, renew, revoke. */
export function FeedAddress({ planId, exists: existed }: { planId: string; exists: boolean }) {
  const [exists, setExists] = useState(existed)
  const [url, setUrl] = useState<string | null>(null)
  const setFeed = useSetActivityFeed(planId)
  const set = (wanted: boolean) =>
    setFeed.mutate(wanted, {
      onSuccess: (made) => {
        setExists(wanted)
        setUrl(made?.url ?? null)
        if (!wanted) showToast({ text: 'Revoked: the address is dead.' })
      },
      onError: (error) => showToast({ text: `Not done: ${error.message}`, tone: 'error' }),
    })
  return (
    <section aria-labelledby="feed" className="no-print">
      <h2 id="feed" className="mb-1 text-lg">
        In a feed reader
      </h2>
      <p className="small quiet mb-3">
        The same lines as an Atom feed, at a secret address of yours. Who has it can read them; it ends when you revoke
        it or leave the plan.
      </p>
      {url && (
        <div className="mb-3">
          <SecretAddress label="Your address" url={url} hint="It is shown this once. Renew it if you lose it." />
        </div>
      )}
      <div className="flex flex-wrap gap-2">
        <button type="button" className="button button-small" disabled={setFeed.isPending} onClick={() => set(true)}>
          {exists ? 'Renew the address' : 'Make an address'}
        </button>
        {exists && (
          <button type="button" className="button button-small" disabled={setFeed.isPending} onClick={() => set(false)}>
            Revoke it
          </button>
        )}
      </div>
    </section>
  )
}
