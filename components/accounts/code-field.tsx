import { Field } from '#components/ui/field.tsx'

/** A field for the code of an app; phones offer it by themselves. */
export function CodeField({ label, hint, error }: { label: string; hint: string; error?: string | undefined }) {
  return (
    <Field
      label={label}
      name="code"
      hint={hint}
      error={error}
      autoComplete="one-time-code"
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      required
      maxLength={40}
    />
  )
}
