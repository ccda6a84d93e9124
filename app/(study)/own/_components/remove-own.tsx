'use client'

import { FormError } from '#components/ui/form-error.tsx'
import { useRemoveOwnReading } from '#hooks/use-own-readings.ts'

/** Deletes an own reading, and has it back as long as the page stands. */
export function RemoveOwn({ readingId, title }: { readingId: string; title: string }) {
  const { mutate, data, variables, error, isPending, isSuccess } = useRemoveOwnReading(readingId)
  const isGone = isSuccess && data === null && variables === false
  return (
    <div>
      {isGone ? (
        <p role="status" className="notice">
          “{title}” is deleted, with your mark and notes on it.{' '}
          <button type="button" className="text-accent underline" onClick={() => mutate(true)}>
            Undo
          </button>{' '}
          or go to your <a href="/own">own readings</a>.
        </p>
      ) : (
        <details>
          <summary className="small inline-block min-h-6 text-error">Delete it</summary>
          <p className="small mt-1 mb-2">Your mark, notes and quotes go with it. You can undo this.</p>
          <button
            type="button"
            className="button button-small text-error"
            disabled={isPending}
            onClick={() => mutate(false)}
          >
            Delete this reading
          </button>
        </details>
      )}
      <FormError>{error?.message}</FormError>
    </div>
  )
}
