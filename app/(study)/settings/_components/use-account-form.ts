import type { FormEvent } from 'react'
import { useFocusOnError } from '#components/ui/form-error.tsx'
import { ApiError } from '#hooks/api.ts'
import { useSetMe } from '#hooks/use-account.ts'
import type { ChangeMeInput } from '#lib/api/accounts.ts'
import { useHydrated } from '#hooks/use-hydrated.ts'

/**
 * What the forms of this page share: they send a part of the account and stay where they are.
 * `read` turns the form's fields into the change; `onSaved` runs when the server has it.
 */
export function useAccountForm(read: (data: FormData) => ChangeMeInput, onSaved?: (form: HTMLFormElement) => void) {
  const setMe = useSetMe()
  const ready = useHydrated()
  const ref = useFocusOnError(setMe.error)
  const fields = setMe.error instanceof ApiError ? setMe.error.fields : {}
  const general = setMe.error && Object.keys(fields).length === 0 ? setMe.error.message : null
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    setMe.mutate(read(new FormData(form)), { onSuccess: () => onSaved?.(form) })
  }
  return {
    fields,
    general,
    saving: setMe.isPending,
    saved: setMe.isSuccess,
    /** For the form: spread them. */
    form: {
      ref,
      onSubmit,
      onChange: () => setMe.isSuccess && setMe.reset(),
      method: 'post',
      noValidate: true,
    } as const,
    /** For its button. */
    disabled: !ready || setMe.isPending,
  }
}
