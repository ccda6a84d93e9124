'use client'

import { FormError } from '#components/ui/form-error.tsx'
import { useProvider } from '#hooks/use-providers.ts'

/** A button for each provider; `says` makes its words of the name. */
export function ProviderButtons({
  providers,
  to,
  says,
}: {
  providers: { id: string; name: string }[]
  to: string
  says: (name: string) => string
}) {
  const go = useProvider()
  if (providers.length === 0) return null
  return (
    <div className="grid gap-3">
      <FormError>{go.error?.message}</FormError>
      {providers.map(({ id, name }) => (
        <button key={id} type="button" className="button" disabled={go.isPending} onClick={() => go.mutate({ id, to })}>
          {says(name)}
        </button>
      ))}
    </div>
  )
}
