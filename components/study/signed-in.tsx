'use client'

import { AskForProof } from '#components/accounts/ask-for-proof.tsx'
import { AskOnReturn } from './ask-on-return.tsx'
import { LeftPresses } from './left-presses.tsx'
import { MarkSync } from './mark-sync.tsx'
import { Selection } from './selection.tsx'
import { UnreadCount } from './unread-count.tsx'
import { Unsaved } from './unsaved.tsx'

/** What every page does for a signed-in person, beyond marking one reading. */
export default function SignedIn() {
  return (
    <>
      <MarkSync />
      <UnreadCount />
      <LeftPresses />
      <Unsaved />
      <AskOnReturn />
      <Selection />
      <AskForProof />
    </>
  )
}
