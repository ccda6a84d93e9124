import type { ReactNode } from 'react'
import type { ReadingDetail } from '#lib/api/catalogue.ts'
import { dateInWords, dayInWords, estimateInWords } from '#lib/format.ts'

/** Everything known about a reading, as a list of terms and values. */
export function Facts({ reading }: { reading: ReadingDetail }) {
  return (
    <dl className="figures text-[length:var(--step--1)]">
      <Fact term="Organisation">
        {reading.organisation && <a href={`/organisations/${reading.organisation.id}`}>{reading.organisation.name}</a>}
      </Fact>
      <Fact term={reading.people.length === 1 ? 'Person' : 'People'}>{reading.people.join(', ')}</Fact>
      <Fact term={reading.technologies.length === 1 ? 'Technology' : 'Technologies'}>
        {reading.technologies.length > 0 && (
          <ul className="flex flex-wrap gap-x-3">
            {reading.technologies.map((technology) => (
              <li key={technology.id}>
                <a href={`/technologies/${technology.id}`} className="inline-block min-h-6">
                  {technology.name}
                </a>
              </li>
            ))}
          </ul>
        )}
      </Fact>
      <Fact term="Medium">
        {reading.medium}
        {reading.parts > 1 && `, ${reading.parts} parts`}
      </Fact>
      <Fact term="Estimate">
        {estimateInWords(reading)}
        {reading.minutesBasis === 'readers' && ', as people here timed it'}
      </Fact>
      <Fact term="Published">{reading.work?.published && dateInWords(reading.work.published)}</Fact>
      <Fact term="Listed">
        since {dayInWords(reading.listedOn)}
        {reading.delistedOn && `, until ${dayInWords(reading.delistedOn)}`}
      </Fact>
      <Fact term="Link">{reading.link && linkInWords(reading.link)}</Fact>
      <Fact term="Earlier addresses">
        {reading.formerUrls.length > 0 && (
          <ul>
            {reading.formerUrls.map((url) => (
              <li key={url} className="break-all">
                {url}
              </li>
            ))}
          </ul>
        )}
      </Fact>
    </dl>
  )
}

const linkWords = { alive: 'alive', moved: 'moved', dead: 'dead', unknown: 'no clear answer' }

function linkInWords({ status, reason, checkedOn }: NonNullable<ReadingDetail['link']>): string {
  return `${linkWords[status]} when checked on ${dayInWords(checkedOn)}${reason && ` (${reason})`}`
}

/** One line; none where nothing is known. */
function Fact({ term, children }: { term: string; children: ReactNode }) {
  if (!children) return null
  return (
    <div className="grid grid-cols-[8rem_1fr] gap-3 border-t border-hairline py-2">
      <dt className="quiet">{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}
