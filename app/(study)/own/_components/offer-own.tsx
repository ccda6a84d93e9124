'use client'

import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { FormError } from '#components/ui/form-error.tsx'
import { limited } from '#components/ui/limited.ts'
import { useOfferReading } from '#hooks/use-own-readings.ts'

/** Offers an own reading to the catalogue, and says how that stands. */
export function OfferOwn({ readingId, state }: { readingId: string; state: 'open' | 'accepted' | 'declined' | null }) {
  const router = useRouter()
  const { mutate, error, isPending } = useOfferReading(readingId)
  const onSuccess = () => router.refresh()
  if (state === 'open')
    return (
      <div>
        <p className="small">
          Offered to the catalogue; the admin looks at it.{' '}
          <button
            type="button"
            className="text-accent underline"
            disabled={isPending}
            onClick={() => mutate(null, { onSuccess })}
          >
            Withdraw it
          </button>
        </p>
        <FormError>{error?.message}</FormError>
      </div>
    )
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    mutate(String(new FormData(event.currentTarget).get('reason') ?? ''), { onSuccess })
  }
  return (
    <details>
      <summary className="quiet small inline-block min-h-6">Offer it to the catalogue</summary>
      <form onSubmit={send} className="mt-2 grid gap-2">
        <p className="small">
          {state === 'declined' && 'It was declined once; you can offer it again. '}
          The admin sees its title, address and author, your name and what you say here, and nothing of your notes. When
          it is accepted, everybody sees the reading; your mark and notes move along and stay yours.
        </p>
        <textarea
          name="reason"
          className="input min-h-16"
          aria-label="Why it belongs there"
          placeholder="Why it belongs there"
          {...limited(1000)}
        />
        <FormError>{error?.message}</FormError>
        <p>
          <button type="submit" className="button button-small" disabled={isPending}>
            Offer it
          </button>
        </p>
      </form>
    </details>
  )
}
