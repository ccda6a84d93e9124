import type { ReactNode } from 'react'
import type { OwnReading } from '#lib/api/own-readings.ts'
import { dayInWords, minutesInWords } from '#lib/format.ts'

/** What is known of an own reading, as a list of terms and values. */
export function OwnReadingFacts({ reading, plans }: { reading: OwnReading; plans: { id: string; title: string }[] }) {
  return (
    <dl className="figures text-[length:var(--step--1)]">
      <Fact term="Medium">
        {reading.medium}
        {reading.parts > 1 && `, ${reading.parts} parts`}
      </Fact>
      <Fact term={reading.isEstimate ? 'Estimate' : 'Takes'}>
        {reading.isEstimate && 'about '}
        {minutesInWords(reading.minutes)}
      </Fact>
      <Fact term="Added">{dayInWords(reading.addedOn)}</Fact>
      <Fact term={plans.length === 1 ? 'Plan' : 'Plans'}>
        {plans.length > 0 && (
          <ul>
            {plans.map(({ id, title }) => (
              <li key={id}>
                <a href={`/plans/${id}`} className="inline-block min-h-6 wrap-anywhere">
                  {title}
                </a>
              </li>
            ))}
          </ul>
        )}
      </Fact>
    </dl>
  )
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  if (!children) return null
  return (
    <div className="grid grid-cols-[8rem_minmax(0,1fr)] gap-3 border-t border-hairline py-2">
      <dt className="quiet">{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}
