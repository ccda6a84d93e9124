'use client'

import { type FormEvent, useState } from 'react'
import { Field } from '#components/ui/field.tsx'
import { FormError } from '#components/ui/form-error.tsx'
import { ApiError } from '#hooks/api.ts'
import type { LinkReport } from '#lib/api/catalogue.ts'
import { useReportLink } from '#hooks/use-link-report.ts'

const kinds: [LinkReport['kind'], string][] = [
  ['dead', 'It is dead'],
  ['moved', 'It has moved'],
  ['paywall', 'It is behind a paywall'],
]

/** What is wrong with a reading's link, told to the admin. */
export function ReportForm({ readingId }: { readingId: string }) {
  const [kind, setKind] = useState<LinkReport['kind']>('dead')
  const report = useReportLink(readingId)
  const error = report.error instanceof ApiError && report.error.field === 'url' ? report.error.message : undefined

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const url = String(new FormData(event.currentTarget).get('url') ?? '')
    report.mutate(kind === 'moved' ? { kind, url } : { kind })
  }

  if (report.isSuccess)
    return (
      <p role="status" className="notice mt-2 max-w-[65ch]">
        Told. The admin looks at it; until then nothing changes here.
      </p>
    )
  return (
    <form onSubmit={send} className="mt-2 grid max-w-[34rem] gap-3 border-l border-hairline pl-4">
      <fieldset>
        <legend className="sr-only">What is wrong</legend>
        <div className="flex flex-wrap gap-x-5 gap-y-1">
          {kinds.map(([value, name]) => (
            <label key={value} className="flex min-h-6 items-center gap-2">
              <input type="radio" name="kind" value={value} checked={kind === value} onChange={() => setKind(value)} />
              {name}
            </label>
          ))}
        </div>
      </fieldset>
      {kind === 'moved' && (
        <Field
          label="Where it is now"
          name="url"
          type="url"
          required
          maxLength={2000}
          placeholder="https://"
          error={error}
        />
      )}
      <FormError>{report.error && !error ? report.error.message : null}</FormError>
      <p>
        <button className="button button-small" disabled={report.isPending}>
          {report.isPending ? 'Telling' : 'Tell the admin'}
        </button>
      </p>
    </form>
  )
}
