'use client'

import type { FormEvent } from 'react'
import { CodeField } from '#components/accounts/code-field.tsx'
import { FormError, useFocusOnError } from '#components/ui/form-error.tsx'
import { ApiError } from '#hooks/api.ts'
import { useConfirmApp } from '#hooks/use-factors.ts'
import type { NewApp } from '#lib/api/factors.ts'

/** Shows an app its secret, and takes the first code that it makes of it. */
export function NewAppForm({ app, onDone }: { app: NewApp; onDone: (recoveryCodes: string[] | null) => void }) {
  const confirm = useConfirmApp()
  const form = useFocusOnError(confirm.error)
  const fields = confirm.error instanceof ApiError ? confirm.error.fields : {}
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const code = String(new FormData(event.currentTarget).get('code'))
    confirm.mutate(code, { onSuccess: ({ recoveryCodes }) => onDone(recoveryCodes) })
  }
  return (
    <form ref={form} method="post" onSubmit={send} noValidate className="grid gap-4">
      <p>
        Scan this with an authenticator app, or <a href={app.uri}>open it in one on this device</a>.
      </p>
      {/* oxlint-disable-next-line nextjs/no-img-element -- a data address: nothing is fetched */}
      <img
        src={`data:image/svg+xml,${encodeURIComponent(app.picture)}`}
        alt="QR code for an authenticator app"
        width={220}
        height={220}
        className="bg-white"
      />
      <p className="small quiet">
        Or type this key: <code className="wrap-anywhere">{app.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <FormError>{Object.keys(fields).length === 0 && confirm.error?.message}</FormError>
      <CodeField label="The code that it shows" hint="Six digits." error={fields.code} />
      <button className="button justify-self-start" disabled={confirm.isPending}>
        Turn on the second step
      </button>
    </form>
  )
}
