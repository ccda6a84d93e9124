'use client'

import { counted, dayInWords } from '#lib/format.ts'
import { useStep } from './use-step.ts'

/** A link that a person should look at. */
export interface FoundLink {
  id: string
  title: string
  url: string
  status: 'alive' | 'moved' | 'dead' | 'unknown'
  location: string | null
  failures: number
  reason: string
  checkedOn: string
  delistedOn: string | null
}

const groups = [
  ['moved', 'Moved', 'They redirect to another address permanently.'],
  ['dead', 'Dead', 'Their pages offer the archived copy.'],
  ['unknown', 'Failing', 'One failure is not death: these are looked at again on another day.'],
] as const

/** What the checker found, grouped by what can be done about it. */
export function FoundLinks({ links }: { links: FoundLink[] }) {
  return groups.map(([status, title, words]) => {
    const own = links.filter((link) => link.status === status)
    if (own.length === 0) return null
    return (
      <section key={status} aria-labelledby={`links-${status}`} className="mt-12">
        <h2 id={`links-${status}`}>
          {title} <span className="figures quiet text-base font-normal">{own.length.toLocaleString('en')}</span>
        </h2>
        <p className="quiet mb-2">{words}</p>
        <ul>
          {own.map((link) => (
            <Found key={link.id} link={link} />
          ))}
        </ul>
      </section>
    )
  })
}

function Found({ link }: { link: FoundLink }) {
  const { id, title, url, status, location, failures, reason, checkedOn, delistedOn } = link
  const { take, isPending } = useStep()
  return (
    <li className="hairline grid items-start gap-x-8 gap-y-2 py-3 md:grid-cols-[1fr_auto]">
      <div className="min-w-0">
        <p className="font-serif text-[1.0625rem]">
          <a href={`/readings/${id}`}>{title}</a>
          {delistedOn !== null && <span className="small quiet font-sans"> no longer listed</span>}
        </p>
        <p className="small [overflow-wrap:anywhere]">
          <a href={url}>{url}</a>
          {location !== null && location !== url && (
            <>
              {' '}
              <span className="quiet">→</span> <a href={location}>{location}</a>
            </>
          )}
        </p>
        <p className="small quiet figures">
          {[reason, failures > 0 && `${counted(failures, 'failure')} in a row`, `checked on ${dayInWords(checkedOn)}`]
            .filter(Boolean)
            .join(', ')}
        </p>
      </div>
      <p className="flex flex-wrap gap-2">
        {status === 'moved' && location !== null && (
          <button
            type="button"
            className="button button-small"
            disabled={isPending}
            aria-label={`Take the new address of ${title}`}
            onClick={() => take({ step: 'address', readingId: id, url: location }, 'The reading has its new address.')}
          >
            Take the new address
          </button>
        )}
        {status !== 'moved' && (
          <button
            type="button"
            className="button button-small button-quiet"
            disabled={isPending}
            aria-label={`It works: ${title}`}
            onClick={() => take({ step: 'finding', readingId: id, finding: 'alive' }, 'The link shows as alive.')}
          >
            It works
          </button>
        )}
        {status === 'unknown' && (
          <button
            type="button"
            className="button button-small button-quiet"
            disabled={isPending}
            aria-label={`It is dead: ${title}`}
            onClick={() => take({ step: 'finding', readingId: id, finding: 'dead' }, 'The link shows as dead.')}
          >
            It is dead
          </button>
        )}
      </p>
    </li>
  )
}
