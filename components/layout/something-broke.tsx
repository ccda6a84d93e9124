'use client'

/** What a page shows when the server failed to make it. `digest` names the fault in the server's log. */
export function SomethingBroke({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <div className="max-w-[65ch]">
      <h1>This page could not be made</h1>
      <p className="prose mt-3 text-quiet">
        The fault is the server’s, and nothing of yours is lost. Try again; if it stays, tell whoever runs this server
        {error.digest ? ` and name ${error.digest}` : ''}.
      </p>
      <p className="mt-6 flex gap-3">
        <button type="button" className="button button-main" onClick={reset}>
          Try again
        </button>
        <a href="/" className="button">
          Start page
        </a>
      </p>
    </div>
  )
}
