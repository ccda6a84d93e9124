'use client'

import { Field } from '#components/ui/field.tsx'
import { FormError } from '#components/ui/form-error.tsx'
import { SaveButton } from './save-button.tsx'
import { useAccountForm } from './use-account-form.ts'

/** Changes the address to sign in with. */
export function EmailForm({ email }: { email: string }) {
  const { fields, general, form, ...state } = useAccountForm((data) => ({ email: String(data.get('email')) }))
  return (
    <form {...form} className="grid gap-4">
      <FormError>{general}</FormError>
      <Field
        label="E-mail"
        name="email"
        type="email"
        autoComplete="email"
        defaultValue={email}
        required
        maxLength={254}
        error={fields.email}
      />
      <SaveButton label="Change the e-mail" {...state} />
    </form>
  )
}
