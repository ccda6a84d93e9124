'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { OwnFields, type OwnValues } from '#components/own/own-fields.tsx'
import { AddressAndTitle } from '#components/own/title-field.tsx'
import { FormError } from '#components/ui/form-error.tsx'
import { ApiError } from '#hooks/api.ts'
import { useSetOwnReading } from '#hooks/use-own-readings.ts'
import type { OwnReading } from '#lib/api/own-readings.ts'

/** Corrects what its owner said of a reading. */
export function EditOwn({ reading }: { reading: OwnReading }) {
  const router = useRouter()
  const { mutate, error, isPending } = useSetOwnReading(reading.id)
  const [values, setValues] = useState<OwnValues>({
    url: reading.url ?? '',
    title: reading.title,
    byline: reading.byline,
    medium: reading.medium,
    minutes: reading.isEstimate ? '' : String(reading.minutes),
  })
  const change = (some: Partial<OwnValues>) => setValues((before) => ({ ...before, ...some }))
  const errors = error instanceof ApiError ? error.fields : {}
  const isToldAtField = Object.keys(errors).some((field) => field in values)

  function send(event: FormEvent) {
    event.preventDefault()
    const { url, title, byline, medium, minutes } = values
    mutate(
      {
        url: url.trim() || null,
        title,
        byline,
        ...(medium && { medium }),
        minutes: Number(minutes) > 0 ? Number(minutes) : null,
      },
      { onSuccess: () => router.refresh() },
    )
  }
  return (
    <details>
      <summary className="quiet small inline-block min-h-6">Correct it</summary>
      <form onSubmit={send} className="mt-3 grid gap-4">
        <AddressAndTitle url={values.url} title={values.title} errors={errors} onChange={change} />
        <div className="[&>div]:sm:grid-cols-2">
          <OwnFields values={values} errors={errors} onChange={change} />
        </div>
        <FormError>{error && !isToldAtField ? error.message : null}</FormError>
        <p>
          <button type="submit" className="button button-small" disabled={isPending}>
            Save
          </button>
        </p>
      </form>
    </details>
  )
}
