import { type FormEvent, useId } from 'react'
import { Field } from '#components/ui/field.tsx'
import { FormError, useFocusOnError } from '#components/ui/form-error.tsx'
import { ApiError } from '#hooks/api.ts'
import { useHydrated } from '#hooks/use-hydrated.ts'
import { useMakeToken } from '#hooks/use-tokens.ts'
import type { AnswerOf } from '#lib/api/endpoints.ts'
import type { TokenScope } from '#lib/auth/token-scope.ts'

/** What a new token is called, may do and how long it works. */
export function TokenForm({ onMade }: { onMade: (made: AnswerOf<'POST tokens'>) => void }) {
  const id = useId()
  const make = useMakeToken()
  const ready = useHydrated()
  const ref = useFocusOnError(make.error)
  const fields = make.error instanceof ApiError ? make.error.fields : {}
  const general = make.error && Object.keys(fields).length === 0 ? make.error.message : null
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const data = new FormData(form)
    const scope = String(data.get('scope')) as TokenScope
    make.mutate(
      { name: String(data.get('name')), scope, days: Number(data.get('days')) },
      {
        onSuccess(made) {
          form.reset()
          onMade(made)
        },
      },
    )
  }
  return (
    <form ref={ref} onSubmit={onSubmit} method="post" noValidate className="grid gap-4">
      <FormError>{general}</FormError>
      <Field
        label="Name"
        name="name"
        required
        maxLength={60}
        autoComplete="off"
        hint="The program that it is for."
        error={fields.name}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <div className="field">
          <label className="label" htmlFor={`${id}-scope`}>
            It may
          </label>
          <select id={`${id}-scope`} name="scope" className="input" defaultValue="read">
            <option value="read">read</option>
            <option value="write">read and write</option>
          </select>
        </div>
        <div className="field">
          <label className="label" htmlFor={`${id}-days`}>
            It works for
          </label>
          <select id={`${id}-days`} name="days" className="input" defaultValue="90">
            <option value="7">7 days</option>
            <option value="30">30 days</option>
            <option value="90">90 days</option>
            <option value="365">a year</option>
          </select>
        </div>
      </div>
      <button className="button justify-self-start" disabled={!ready || make.isPending}>
        Make a token
      </button>
    </form>
  )
}
