'use client'

import { forgetLocalViewer } from '#hooks/local-viewer.ts'

/** Signs this browser out through next-auth, and forgets what it kept. Works as a plain form too. */
export function SignOut({ className = 'button' }: { className?: string }) {
  return (
    <form method="post" action="/api/auth/signout" onSubmit={forgetLocalViewer}>
      <input type="hidden" name="callbackUrl" value="/" />
      <button className={className}>Sign out</button>
    </form>
  )
}
