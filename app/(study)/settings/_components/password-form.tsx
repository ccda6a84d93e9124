'use client'

import { FormError } from '#components/ui/form-error.tsx'
import { PasswordField } from '#components/ui/password-field.tsx'
import { SaveButton } from './save-button.tsx'
import { useAccountForm } from './use-account-form.ts'

/** A new password. `email` tells a password manager which account it is. */
export function PasswordForm({ email }: { email: string }) {
  const { fields, general, form, ...state } = useAccountForm(
    (data) => ({ password: String(data.get('password')) }),
    (element) => element.reset(),
  )
  return (
    <form {...form} className="grid gap-4">
      <FormError>{general}</FormError>
      <input type="email" name="email" value={email} autoComplete="username" readOnly hidden />
      <PasswordField
        label="New password"
        name="password"
        autoComplete="new-password"
        required
        maxLength={200}
        hint="At least 15 characters. A few unrelated words do well."
        error={fields.password}
      />
      <SaveButton label="Change the password" {...state} />
    </form>
  )
}
