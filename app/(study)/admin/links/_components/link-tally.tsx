import type { LinkCounts } from '#db/queries/catalogue/link-checks.ts'
import { dayInWords } from '#lib/format.ts'

const names = [
  ['alive', 'alive'],
  ['moved', 'moved'],
  ['dead', 'dead'],
  ['unknown', 'no clear answer'],
  ['unchecked', 'not looked at yet'],
] as const

/** How many addresses work, and a way to check them again. */
export function LinkTally({ counts }: { counts: LinkCounts }) {
  return (
    <section aria-label="How the links stand">
      <dl className="figures flex flex-wrap gap-x-10 gap-y-3">
        {names.map(([key, name]) => (
          <div key={key} className="flex flex-col-reverse">
            <dt className="small quiet">{name}</dt>
            <dd className="font-serif text-2xl">{counts[key].toLocaleString('en')}</dd>
          </div>
        ))}
      </dl>
      <p className="small quiet mt-3 max-w-[65ch]">
        {counts.checkedOn === null
          ? 'Nothing is known yet.'
          : `The newest of this is of ${dayInWords(counts.checkedOn)}.`}{' '}
        On the server, <code>npm run catalogue -- check-links</code> looks at every address that is due.
      </p>
    </section>
  )
}
