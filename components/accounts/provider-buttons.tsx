'use client'

import { FormError } from '#components/ui/form-error.tsx'
import { useProvider } from '#hooks/use-providers.ts'

/** A button for each provider; its words are `act` and the name. */
export function ProviderButtons({
  providers,
  to,
  act,
}: {
  providers: { id: string; name: string }[]
  to: string
  act: string
}) {
  const go = useProvider()
  if (providers.length === 0) return null
  return (
    <div className="grid gap-3">
      <FormError>{go.error?.message}</FormError>
      {providers.map(({ id, name }) => (
        <button key={id} type="button" className="button" disabled={go.isPending} onClick={() => go.mutate({ id, to })}>
          {act} {name}
        </button>
      ))}
    </div>
  )
}
