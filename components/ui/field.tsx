import { type ComponentProps, type ReactNode, useId } from 'react'
import { limited } from './limited.ts'

/** A labelled input that cuts nothing off (`maxLength` is told on sending), with a hint below it and, where it is at fault, a sentence that says why. */
export interface FieldProps extends ComponentProps<'input'> {
  label: string
  name: string
  hint?: ReactNode
  error?: string | undefined
  /** Stands at the end of the label's line. */
  aside?: ReactNode
}

export function Field({ label, hint, error, aside, maxLength, ...input }: FieldProps) {
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <div className="flex items-baseline justify-between gap-4">
        <label className="label" htmlFor={id}>
          {label}
        </label>
        {aside}
      </div>
      <input
        className="input"
        {...(maxLength === undefined ? {} : limited(maxLength))}
        {...input}
        id={id}
        aria-describedby={described || undefined}
        aria-invalid={error ? true : undefined}
      />
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  )
}

/** The hint and error of a field whose input is described by `<id>-hint` and `<id>-error`. */
export function FieldNotes({ id, hint, error }: { id: string; hint?: ReactNode; error?: string | undefined }) {
  return (
    <>
      {hint && (
        <p id={`${id}-hint`} className="small quiet">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="field-error">
          {error}
        </p>
      )}
    </>
  )
}
