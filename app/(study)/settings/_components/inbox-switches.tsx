'use client'

import { useState } from 'react'
import { useSetInboxOff } from '#hooks/use-inbox.ts'
import { type InboxKind, inboxKinds, inboxKindWords } from '#lib/inbox/inbox.ts'

/** One switch for each kind of entry; each is kept as it is pressed. */
export default function InboxSwitches({ off: initial }: { off: InboxKind[] }) {
  const [off, setOff] = useState(initial)
  const set = useSetInboxOff()
  function toggle(kind: InboxKind, on: boolean) {
    const next = on ? off.filter((one) => one !== kind) : [...off, kind]
    setOff(next)
    set.mutate(next, { onError: () => setOff(off) })
  }
  return (
    <fieldset className="grid gap-2">
      <legend className="sr-only">What comes into your inbox</legend>
      {inboxKinds.map((kind) => (
        <label key={kind} className="flex items-start gap-3">
          <input
            type="checkbox"
            className="mt-1"
            checked={!off.includes(kind)}
            onChange={(event) => toggle(kind, event.target.checked)}
          />
          {inboxKindWords[kind]}
        </label>
      ))}
      <p className="small quiet" role="status">
        {set.isSuccess ? 'Saved' : ' '}
      </p>
    </fieldset>
  )
}
