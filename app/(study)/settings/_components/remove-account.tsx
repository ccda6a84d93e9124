'use client'

import type { FormEvent } from 'react'
import { Field } from '#components/ui/field.tsx'
import { FormError, useFocusOnError } from '#components/ui/form-error.tsx'
import { ApiError } from '#hooks/api.ts'
import { useRemoveMe } from '#hooks/use-account.ts'

/** Deletes the account, after its address was typed. */
export function RemoveAccount({ isAdmin }: { isAdmin: boolean }) {
  const removeMe = useRemoveMe()
  const form = useFocusOnError(removeMe.error)
  const field = removeMe.error instanceof ApiError ? removeMe.error.fields.email : undefined
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const email = String(new FormData(event.currentTarget).get('email'))
    removeMe.mutate(email, { onSuccess: () => location.assign('/') })
  }
  return (
    <details>
      <summary className="min-h-6 underline underline-offset-4">Delete everything that is mine here</summary>
      <form ref={form} method="post" onSubmit={send} noValidate className="grid gap-4 pt-4">
        <p>
          Your marks, notes, cards, plans and lists are deleted and cannot be brought back. A plan that others do with
          you goes to the editor who joined first, or else the member who did; their marks and notes stay theirs.
          {isAdmin && ' The oldest account that remains becomes the admin of this server.'}
        </p>
        <FormError>{field === undefined && removeMe.error?.message}</FormError>
        <Field
          label="Your e-mail address, to be sure"
          name="email"
          type="email"
          autoComplete="off"
          required
          maxLength={254}
          error={field}
        />
        <button
          className="button justify-self-start border-error text-error"
          disabled={removeMe.isPending || removeMe.isSuccess}
        >
          Delete my account
        </button>
      </form>
    </details>
  )
}
