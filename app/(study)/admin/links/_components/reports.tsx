'use client'

import { type FormEvent, useId } from 'react'
import { useStep } from './use-step.ts'

/** A report, as shown in the queue. */
export interface ShownReport {
  id: string
  kind: 'dead' | 'moved' | 'paywall'
  url: string | null
  when: string
  reporter: string | null
  reading: { id: string; title: string; url: string }
}

const said = { dead: 'says that it is dead', moved: 'says that it has moved', paywall: 'met a paywall' }
const accepted = {
  dead: 'The link shows as dead.',
  moved: 'The reading has its new address.',
  paywall: 'The link shows as behind a paywall.',
}

/** What people reported, oldest first, each to accept or decline. */
export function Reports({ reports }: { reports: ShownReport[] }) {
  return (
    <section aria-labelledby="reports" className="mt-12">
      <h2 id="reports" className="mb-2">
        What people say
      </h2>
      {reports.length === 0 ? (
        <p className="empty">
          Nobody waits. What people say of a link on a reading’s page stands here until you decide.
        </p>
      ) : (
        <ol>
          {reports.map((report) => (
            <Report key={report.id} report={report} />
          ))}
        </ol>
      )}
    </section>
  )
}

function Report({ report }: { report: ShownReport }) {
  const { id, kind, url, when, reporter, reading } = report
  const field = useId()
  const { take, isPending } = useStep()

  function accept(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const address = String(new FormData(event.currentTarget).get('url') ?? '')
    const decision = { step: 'decide' as const, reportId: id, state: 'accepted' as const }
    take(kind === 'moved' ? { ...decision, url: address } : decision, accepted[kind])
  }

  return (
    <li className="hairline grid gap-x-8 gap-y-3 py-4 lg:grid-cols-[1fr_26rem]">
      <div className="min-w-0">
        <p className="font-serif text-lg">
          <a href={`/readings/${reading.id}`}>{reading.title}</a>
        </p>
        <p className="small quiet">
          {reporter ?? 'Somebody who left'} {said[kind]}, {when}
        </p>
        <p className="small [overflow-wrap:anywhere]">
          <a href={reading.url}>{reading.url}</a>
        </p>
      </div>
      <form onSubmit={accept} className="grid content-start gap-2">
        {kind === 'moved' && (
          <div className="field">
            <label htmlFor={field}>New address</label>
            <input
              id={field}
              name="url"
              type="url"
              required
              className="input"
              defaultValue={url ?? ''}
              maxLength={2000}
            />
          </div>
        )}
        <p className="flex flex-wrap gap-2">
          <button className="button button-small" disabled={isPending} aria-label={`Accept: ${reading.title}`}>
            Accept
          </button>
          <button
            type="button"
            className="button button-small button-quiet"
            disabled={isPending}
            aria-label={`Decline: ${reading.title}`}
            onClick={() => take({ step: 'decide', reportId: id, state: 'declined' }, 'Declined; nothing changed.')}
          >
            Decline
          </button>
          {kind === 'moved' && url && (
            <a href={url} className="button button-small button-quiet">
              Look at it <span aria-hidden>↗</span>
            </a>
          )}
        </p>
      </form>
    </li>
  )
}
