import type { ChangeBatch, ChangeEntry } from '#db/queries/catalogue/changes.ts'
import { kindTitles } from '#lib/catalogue/kind-titles.ts'
import { counted } from '#lib/format.ts'

const kinds = Object.keys(kindTitles) as (keyof typeof kindTitles)[]

/** One batch of changes, its readings by what happened to them; those that the viewer marked say so. */
export function Batch({
  batch,
  when,
  isOpen = false,
}: {
  batch: ChangeBatch & { entries: ChangeEntry[] }
  when: string
  isOpen?: boolean
}) {
  const { entries, counts } = batch
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const own = entries.filter((entry) => entry.mark !== null).length
  return (
    <details open={isOpen} className="hairline py-3">
      <summary>
        <span className="font-serif text-lg">{batch.title}</span>{' '}
        <span className="small quiet figures inline-block">
          {when} · {counted(total, 'change')}
          {own > 0 && `, ${own} of what you marked`}
          {batch.undoneAt !== null && ' · undone since'}
        </span>
      </summary>
      <div className="mt-3 grid gap-6 sm:pl-6">
        {kinds.map((kind) => {
          const rows = entries.filter((entry) => entry.kind === kind)
          if (rows.length === 0) return null
          return (
            <section key={kind} aria-label={kindTitles[kind]}>
              <h3 className="mb-1">
                {kindTitles[kind]}{' '}
                <span className="figures quiet text-base font-normal">{counts[kind]?.toLocaleString('en')}</span>
              </h3>
              <ul>
                {rows.map((entry) => (
                  <Entry key={entry.readingId} entry={entry} />
                ))}
              </ul>
            </section>
          )
        })}
        {total > entries.length && (
          <p className="small quiet">And {(total - entries.length).toLocaleString('en')} more.</p>
        )}
      </div>
    </details>
  )
}

function Entry({ entry }: { entry: ChangeEntry }) {
  const { readingId, title, exists, from, to, mark } = entry
  return (
    <li className="border-t border-hairline py-1.5 [overflow-wrap:anywhere]">
      {exists ? (
        <a href={`/readings/${readingId}`} className="font-serif text-[1.0625rem] no-underline hover:underline">
          {title}
        </a>
      ) : (
        <span className="font-serif text-[1.0625rem]">{title}</span>
      )}
      {mark && <span className="small ml-3 border border-hairline px-1.5">{mark}</span>}
      {(from !== null || to !== null) && (
        <span className="small quiet block">
          {from !== null && `${from} → `}
          {to}
        </span>
      )}
    </li>
  )
}
