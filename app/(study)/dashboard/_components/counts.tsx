import type { StudyCounts } from '#db/queries/study/study.ts'
import { minutesInWords } from '#lib/format.ts'

/** What was marked and written, as figures in a row. */
export function Counts({ counts: { marks, notes, cards } }: { counts: StudyCounts }) {
  const figures = [
    { name: 'Done', value: marks.done.readings, more: minutesInWords(marks.done.minutes) },
    { name: 'Reading', value: marks.reading.readings, more: minutesInWords(marks.reading.minutes) },
    { name: 'Queued', href: '/lists', value: marks.queued.readings, more: minutesInWords(marks.queued.minutes) },
    { name: 'Notes', href: '/notes', value: notes, more: `${cards} with a card` },
  ]
  return (
    <dl className="figures grid grid-cols-2 border-t border-hairline sm:grid-cols-4">
      {figures.map(({ name, href, value, more }) => (
        <div key={name} className="flex flex-col-reverse border-b border-hairline py-4 pr-4">
          <dt className="quiet">
            {href ? <a href={href}>{name}</a> : name} <span className="small block">{more}</span>
          </dt>
          <dd className="font-serif text-3xl leading-tight">{value.toLocaleString('en')}</dd>
        </div>
      ))}
    </dl>
  )
}
