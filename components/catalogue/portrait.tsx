import type { ReactNode } from 'react'
import type { ReadingRow } from '#lib/catalogue/reading-row.ts'
import { counted, minutesInWords } from '#lib/format.ts'
import { PaintMarks } from './reading-rows.tsx'
import { SelectButton } from './select-button.tsx'
import { StaticRows } from './static-rows.tsx'

interface Props {
  /** `organisations/netflix`: what the page is of, unique among all. */
  scope: string
  name: string
  groups: { path: string; section: string; topic: string | null; rows: ReadingRow[] }[]
  /** What the readings also name, with the path that its pages stand under. */
  alongside: { title: string; path: string; entries: { id: string; name: string; readings: number }[] }
  /** Further actions for all of its readings. */
  action?: ReactNode
}

/** Everything that the catalogue has about an organisation or a technology, by topic. */
export function Portrait({ scope, name, groups, alongside, action }: Props) {
  const rows = groups.flatMap((group) => group.rows)
  const minutes = rows.reduce((sum, row) => sum + row.minutes, 0)
  return (
    <>
      <h1>{name}</h1>
      <p className="mt-2 text-quiet figures">
        <span data-tally suppressHydrationWarning dangerouslySetInnerHTML={{ __html: '' }} />
        {counted(rows.length, 'reading')} on {counted(groups.length, 'topic')} · {minutesInWords(minutes)}{' '}
        <SelectButton />
      </p>
      {action}
      {alongside.entries.length > 0 && (
        <p className="mt-4 max-w-[75ch]">
          <span className="quiet">{alongside.title}: </span>
          {alongside.entries.map((entry, index) => (
            <span key={entry.id}>
              {index > 0 && ', '}
              <a href={`${alongside.path}/${entry.id}`} className="inline-block min-h-6">
                {entry.name}
              </a>
              {entry.readings > 1 && <span className="quiet figures small"> {entry.readings}</span>}
            </span>
          ))}
        </p>
      )}
      {groups.map((group) => (
        <section key={group.path} className="mt-8" aria-label={group.topic ?? group.section}>
          <h2 className="mb-2 text-lg">
            <a href={`/catalogue/${group.path}`} className="no-underline hover:underline">
              {group.topic ?? group.section}
            </a>
            {group.topic !== null && <span className="quiet small ml-3 font-sans font-normal">{group.section}</span>}
          </h2>
          <StaticRows name={`${scope}/${group.path}`} rows={group.rows} />
        </section>
      ))}
      <PaintMarks />
    </>
  )
}
