import type { TemplateEntry } from '#db/queries/planning/templates.ts'
import { minutesInWords } from '#lib/format.ts'

/** What the picture shows of the plan, and which of it is done. */
const shown = [
  ['latency-numbers-every-programmer-should-know', 'done'],
  ['cap-theorem-and-trade-offs', 'done'],
  ['how-sharding-works', 'reading'],
  ['drill-url-shortener', undefined],
] as const

const card = [
  ['Problem', 'A server is slow, and you have just logged in'],
  ['Numbers', '10 commands, 60 seconds'],
  ['Choice', 'For each resource: utilisation, saturation, errors'],
  ['Trade-off', 'Wide and not deep: it says where to dig next'],
]

/**
 * A day of a plan and a case card as the product draws them: its own styles, and readings of the plan that it names.
 * One picture for those who cannot see it; nothing in it can be pressed.
 */
export function HomePicture({ entries }: { entries: TemplateEntry[] }) {
  const items = shown.flatMap(([key, status]) => {
    const entry = entries.find(({ key: own, readingId }) => own === key || readingId === key)
    return entry ? [{ ...entry, status }] : []
  })
  const sum = (of: typeof items) => minutesInWords(of.reduce((minutes, item) => minutes + item.minutes, 0))
  const done = items.filter(({ status }) => status === 'done')
  return (
    <figure data-when="signed-out" className="home-picture no-print">
      <div role="img" aria-label="A day of a plan with two of four items done, and a case card on a reading">
        <div className="border border-hairline bg-sheet px-4 pt-3 pb-1">
          <p className="quiet-line">Today</p>
          <p className="figures font-serif text-step-1 font-[560]">
            {done.length} of {items.length} done, {sum(items.filter(({ status }) => status !== 'done'))} left
          </p>
          <p className="quiet-line figures">Interview in 21 days · on track</p>
          <div className="items mt-2">
            {items.map((item) => (
              <div key={item.key} className="item" data-state={item.status === 'done' ? 'done' : 'todo'}>
                <span className="status-box" data-status={item.status} />
                <span className="item-title">{item.title}</span>
                <span className="item-minutes">{minutesInWords(item.minutes)}</span>
              </div>
            ))}
          </div>
        </div>
        <div className="case-card mt-5 lg:ml-8">
          <div className="border-b-2 border-accent px-4 pt-2.5 pb-2 font-serif font-[560]">
            Linux Performance Analysis in 60,000 Milliseconds
          </div>
          {card.map(([name, words]) => (
            <div key={name} className="case-line">
              <span>{name}</span>
              <span>{words}</span>
            </div>
          ))}
        </div>
      </div>
      <figcaption className="quiet-line mt-3">A day of the 4-week plan, and a card from it.</figcaption>
    </figure>
  )
}
