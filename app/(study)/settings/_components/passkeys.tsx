'use client'

import { useRouter } from 'next/navigation'
import { showToast } from '#components/ui/toaster.tsx'
import { Field } from '#components/ui/field.tsx'
import { useAddPasskey, useRemovePasskey } from '#hooks/use-passkeys.ts'
import type { PasskeyItem } from '#lib/api/factors.ts'

interface PasskeysProps {
  items: PasskeyItem[]
  /** Why there can be none here; null where there can. */
  problem: string | null
  /** A name for one that is made in this browser. */
  suggestion: string
  timeZone: string
  onCodes: (codes: string[] | null) => void
}

/** The viewer's passkeys: add one, see when each was used, remove. */
export function Passkeys({ items, problem, suggestion, timeZone, onCodes }: PasskeysProps) {
  const router = useRouter()
  const add = useAddPasskey()
  const remove = useRemovePasskey()
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone })
  const refused = (error: Error) => showToast({ text: error.message, tone: 'error' })
  return (
    <section aria-label="Passkeys" className="grid gap-4">
      <h3 className="font-[560]">Passkeys</h3>
      <p className="small quiet">
        A phone, laptop or security key signs you in by finger, face or PIN. No password can be stolen from it, and it
        works on this address alone.
      </p>
      {items.length > 0 && (
        <ul className="lines" aria-label="Your passkeys">
          {items.map(({ id, name, createdAt, lastUsedAt }) => (
            <li key={id}>
              <span>
                {name}
                <span className="small quiet figures block">
                  since {day.format(createdAt)} ·{' '}
                  {lastUsedAt === null ? 'not used yet' : `last used ${day.format(lastUsedAt)}`}
                </span>
              </span>
              <button
                type="button"
                className="button button-small"
                disabled={remove.isPending}
                onClick={() =>
                  remove.mutate(id, {
                    onSuccess: () => {
                      showToast({ text: `Removed: “${name}” opens nothing here any more.` })
                      router.refresh()
                    },
                    onError: refused,
                  })
                }
              >
                Remove<span className="sr-only"> {name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {problem === null ? (
        <form
          className="grid gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            const form = event.currentTarget
            add.mutate(String(new FormData(form).get('name')), {
              onSuccess: ({ recoveryCodes }) => {
                showToast({ text: 'Added: this passkey signs you in from now on.' })
                onCodes(recoveryCodes)
                router.refresh()
              },
              onError: refused,
            })
          }}
        >
          <Field label="Name of the new passkey" name="name" defaultValue={suggestion} required maxLength={60} />
          <button className="button justify-self-start" disabled={add.isPending}>
            Add a passkey
          </button>
        </form>
      ) : (
        <p className="small quiet">{problem}</p>
      )}
    </section>
  )
}
