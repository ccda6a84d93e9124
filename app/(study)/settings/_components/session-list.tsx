'use client'

import { useSignOutElsewhere } from '#hooks/use-account.ts'

interface SessionRow {
  id: string
  browser: string
  lastSeen: string
  current: boolean
}

/** The browsers that are signed in, this one first, and a way to end all others. */
export function SessionList({ sessions }: { sessions: SessionRow[] }) {
  const signOut = useSignOutElsewhere()
  const shown = signOut.isSuccess ? sessions.filter((session) => session.current) : sessions
  const others = shown.length - 1
  return (
    <div className="grid gap-4">
      <ul>
        {shown
          .toSorted((a, b) => Number(b.current) - Number(a.current))
          .map((session) => (
            <li key={session.id} className="flex flex-wrap justify-between gap-x-6 border-b border-hairline py-2">
              <span>{session.browser}</span>
              <span className="small quiet figures">{session.current ? 'This browser' : session.lastSeen}</span>
            </li>
          ))}
      </ul>
      {others > 0 && (
        <button
          type="button"
          className="button justify-self-start"
          disabled={signOut.isPending}
          onClick={() => signOut.mutate()}
        >
          Sign out everywhere else
        </button>
      )}
      <p role="status" className="small quiet">
        {signOut.isSuccess && 'You are signed out everywhere but here.'}
        {signOut.isError && 'That did not work. Try again.'}
      </p>
    </div>
  )
}
