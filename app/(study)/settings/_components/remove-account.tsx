'use client'

import type { FormEvent } from 'react'
import { FormError, useFocusOnError } from '#components/ui/form-error.tsx'
import { PasswordField } from '#components/ui/password-field.tsx'
import { ApiError } from '#hooks/api.ts'
import { useRemoveMe } from '#hooks/use-account.ts'

/** Deletes the account, after the password. */
export function RemoveAccount({ isAdmin }: { isAdmin: boolean }) {
  const removeMe = useRemoveMe()
  const form = useFocusOnError(removeMe.error)
  const field = removeMe.error instanceof ApiError ? removeMe.error.fields.currentPassword : undefined
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const password = String(new FormData(event.currentTarget).get('currentPassword'))
    removeMe.mutate(password, { onSuccess: () => location.assign('/') })
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
        <PasswordField
          label="Your password"
          name="currentPassword"
          autoComplete="current-password"
          required
          maxLength={200}
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
