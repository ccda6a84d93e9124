'use client'

import { useState } from 'react'
import { SecretAddress } from '#components/ui/secret-address.tsx'
import { showToast } from '#components/ui/toaster.tsx'
import { useSetOwnFeed } from '#hooks/use-own-feeds.ts'
import { type OwnFeedKind, ownFeedKinds } from '#lib/feeds/own-feed.ts'

const words: Record<OwnFeedKind, { title: string; says: string; hint: string }> = {
  done: {
    title: 'What you have read',
    says: 'The readings of the catalogue that you did last, for a feed reader or your own site.',
    hint: 'An Atom feed. It is shown this once.',
  },
  badge: {
    title: 'A badge',
    says: 'A picture of how many readings you have done. Counts only: no name, no titles.',
    hint: 'A picture (SVG); with ?form=card at its end a larger one. It is shown this once.',
  },
}

/** Secret addresses at which others see what a person has done, or how much: make, renew, revoke. */
export function OwnFeeds({ made }: { made: OwnFeedKind[] }) {
  return (
    <div className="grid gap-6">
      {ownFeedKinds.map((kind) => (
        <OwnFeedLine key={kind} kind={kind} existed={made.includes(kind)} />
      ))}
    </div>
  )
}

function OwnFeedLine({ kind, existed }: { kind: OwnFeedKind; existed: boolean }) {
  const [exists, setExists] = useState(existed)
  const [url, setUrl] = useState<string | null>(null)
  const feed = useSetOwnFeed()
  const { title, says, hint } = words[kind]
  const set = (wanted: boolean) =>
    feed.mutate(
      { kind, wanted },
      {
        onSuccess(made) {
          setExists(wanted)
          setUrl(made?.url ?? null)
          if (!wanted) showToast({ text: 'Revoked: the address is dead.' })
        },
        onError: (error) => showToast({ text: `Not done: ${error.message}`, tone: 'error' }),
      },
    )
  return (
    <div className="grid gap-3">
      <div>
        <h3>{title}</h3>
        <p className="small quiet">{says}</p>
      </div>
      {url && <SecretAddress label="Your address" url={url} hint={hint} />}
      <div className="flex flex-wrap gap-2">
        <button type="button" className="button button-small" disabled={feed.isPending} onClick={() => set(true)}>
          {exists ? 'Renew the address' : 'Make an address'}
        </button>
        {exists && (
          <button type="button" className="button button-small" disabled={feed.isPending} onClick={() => set(false)}>
            Revoke it
          </button>
        )}
      </div>
    </div>
  )
}
