import type { ReactNode } from 'react'
import { counted, minutesInWords } from '#lib/format.ts'
import { mondayOf } from '#lib/planning/plain-days.ts'
import type { Cost } from '#lib/planning/costs.ts'
import type { Fits } from '#lib/planning/fits.ts'
import type { NewEntry } from '#lib/planning/fits-of-new.ts'
import type { PlanSettings, ScheduledDay, Tier } from '#lib/planning/types.ts'
import { minutesInWords as minutesADay, shortDay } from '#lib/planning/words.ts'
import type { EnrolContent } from './enrol-state.ts'

interface FitsPanelProps {
  fits: Fits
  settings: PlanSettings
  phases: EnrolContent['phases']
  entries: NewEntry[]
  /** What the person's running plans are called, by id. */
  titles: ReadonlyMap<string, string>
  onMinutes: (weekdayMinutes: number[]) => void
  children: ReactNode
}

const order: Tier[] = ['must', 'should', 'could']

/** The outcome of the dates and minutes, updated while typing: when the plan ends, what fits, what is left out. */
export function FitsPanel({ fits, settings, phases, entries, titles, onMinutes, children }: FitsPanelProps) {
  return (
    <section
      className="grid gap-5 border-t-2 border-ink pt-4 min-[60rem]:sticky min-[60rem]:top-6"
      aria-label="What fits"
    >
      <div aria-live="polite">
        {fits.problem ? <p>{fits.problem.message}</p> : <Verdict fits={fits} settings={settings} />}
      </div>
      {!fits.problem && (
        <>
          <TierTable fits={fits} />
          {fits.inOtherPlan > 0 && (
            <p className="small quiet">
              {counted(fits.inOtherPlan, 'reading')} {fits.inOtherPlan === 1 ? 'stands' : 'stand'} in your other plan
              and cost{fits.inOtherPlan === 1 ? 's' : ''} nothing here.
            </p>
          )}
          <OtherPlans others={fits.others} titles={titles} />
          {fits.neededWeekdayMinutes && (
            <p className="small">
              {minutesADay(fits.neededWeekdayMinutes)} would fit everything.{' '}
              <button
                type="button"
                className="text-accent underline"
                onClick={() => onMinutes([...fits.neededWeekdayMinutes!])}
              >
                Use these minutes
              </button>
            </p>
          )}
          <Weeks days={fits.days} phases={phases} entries={entries} />
        </>
      )}
      {children}
    </section>
  )
}

/** The verdict in one line, at the foot of a narrow window, while the fields above have the focus. */
export function FitsStrip({ fits, settings }: { fits: Fits; settings: PlanSettings }) {
  const falls = fits.falls.could + fits.falls.should
  const words = fits.problem
    ? fits.problem.message
    : fits.endDate === null
      ? 'There is nothing in it yet.'
      : `Ends ${shortDay(fits.endDate, settings.startDate)}, ${
          fits.late > 0
            ? `${counted(fits.late, 'must', 'musts')} without a day`
            : falls > 0
              ? `${counted(falls, 'item')} left out`
              : 'everything fits'
        }`
  return (
    <p
      className="figures sticky bottom-(--bar) z-10 -mx-4 border-t border-hairline bg-paper px-4 py-2.5 min-[60rem]:hidden"
      aria-hidden
    >
      {words}
    </p>
  )
}

function Verdict({ fits, settings }: { fits: Fits; settings: PlanSettings }) {
  const falls = fits.falls.could + fits.falls.should
  const { targetDate, startDate } = settings
  if (fits.endDate === null) return <p>There is nothing in it yet.</p>
  return (
    <>
      <p className="eyebrow">{fits.late > 0 ? 'Does not fit' : 'Ends'}</p>
      <p className="figures font-serif text-step-3 leading-[1.2]">{shortDay(fits.endDate, startDate)}</p>
      <p className="quiet">
        {fits.late > 0 && targetDate
          ? `${counted(fits.late, 'must', 'musts')} would not fit before ${shortDay(targetDate, startDate)}: more minutes or a later day would help.`
          : falls > 0
            ? `${counted(falls, 'item')} would be left out so that the rest fits.`
            : `Everything fits, ${minutesInWords(fits.totalMinutes)} in all.`}
      </p>
    </>
  )
}

/** What it costs the plans that run already. */
function OtherPlans({ others, titles }: { others: Cost[]; titles: ReadonlyMap<string, string> }) {
  return others.map(({ planId, says }) => (
    <p key={planId} className="small">
      {titles.get(planId) ?? 'Your other plan'}: {says}.
    </p>
  ))
}

function TierTable({ fits }: { fits: Fits }) {
  const used = order.filter((tier) => fits.fits[tier] + fits.falls[tier] + (tier === 'must' ? fits.late : 0) > 0)
  return (
    <table className="w-full">
      <thead>
        <tr>
          <th scope="col">
            <span className="sr-only">Tier</span>
          </th>
          <th scope="col" className="quiet-line text-right font-normal">
            fits
          </th>
          <th scope="col" className="quiet-line text-right font-normal">
            does not fit
          </th>
        </tr>
      </thead>
      <tbody>
        {used.map((tier) => (
          <tr key={tier} className="border-t border-hairline">
            <th scope="row" className="text-left font-[450]">
              {tier}
            </th>
            <td className="text-right">{fits.fits[tier]}</td>
            <td className="text-right">{fits.falls[tier] + (tier === 'must' ? fits.late : 0) || '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A preview of the weeks: minutes as a line, and the phases of each. */
function Weeks({ days, phases, entries }: { days: ScheduledDay[] } & Pick<FitsPanelProps, 'phases' | 'entries'>) {
  const phaseOf = new Map(entries.map((entry) => [entry.key, entry.phase]))
  const weeks = new Map<string, { minutes: number; phases: Set<number> }>()
  for (const day of days) {
    if (day.items.length === 0) continue
    const monday = mondayOf(day.date)
    const week = weeks.get(monday) ?? { minutes: 0, phases: new Set() }
    for (const item of day.items) {
      week.minutes += item.minutes
      week.phases.add(phaseOf.get(item.id) ?? 0)
    }
    weeks.set(monday, week)
  }
  const most = Math.max(1, ...[...weeks.values()].map(({ minutes }) => minutes))
  return (
    <ol>
      {[...weeks].slice(0, 12).map(([monday, week]) => (
        <li key={monday} className="grid grid-cols-[3.5rem_minmax(0,1fr)_auto] items-baseline gap-3 py-1">
          <span className="small quiet figures">{shortDay(monday).slice(4)}</span>
          <span className="small">
            {namesOf([...week.phases].flatMap((phase) => phases[phase]?.title ?? []))}
            <svg className="mt-0.5 h-[3px] w-full" viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden>
              <rect width={(100 * week.minutes) / most} height="3" fill="var(--accent)" />
            </svg>
          </span>
          <span className="small quiet figures text-right">{minutesInWords(week.minutes)}</span>
        </li>
      ))}
      {weeks.size > 12 && <li className="small quiet py-1">and {counted(weeks.size - 12, 'week')} more</li>}
    </ol>
  )
}

function namesOf(titles: string[]): string {
  if (titles.length === 0) return 'items'
  return titles.length <= 3 ? titles.join(', ') : `${titles.slice(0, 2).join(', ')} and ${titles.length - 2} more`
}
