import { getOdds } from '#db/queries/odds/odds.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { counted, dayInWords } from '#lib/format.ts'
import { chanceInWords } from '#lib/planning/odds-words.ts'
import { repairWords } from '#components/planning/repair-words.ts'

/** The chance that all musts are done by the interview day, and what each way back onto the plan would make of it. */
export async function OddsLine({ viewer, planId, now }: { viewer: Viewer; planId: string; now: number }) {
  const odds = await getOdds(viewer, planId, now).catch(() => null)
  if (!odds) return null
  if (odds === 'too early')
    return <p className="small quiet">Your odds of being through in time show after two weeks of record.</p>
  const { by, asItIs, withoutCoulds, repairs, weeks } = odds
  const day = (date: string) => dayInWords(date).replace(/ \d{4}$/, '')
  return (
    <section aria-labelledby="odds" className="recall">
      <h2 id="odds" className="eyebrow">
        Odds of being through by {day(by)}
      </h2>
      <p className="figures">
        All musts: <strong>{chanceInWords(asItIs)}</strong>.
        {withoutCoulds !== null && <> Without the coulds: {chanceInWords(withoutCoulds)}.</>}
      </p>
      {repairs.length > 0 && (
        <ul className="small figures mt-1">
          {repairs.map(({ kind, by: end, chance }) => (
            <li key={kind}>
              {repairWords[kind].title}: {chanceInWords(chance)}
              {end !== by && ` by ${day(end)}`}
            </li>
          ))}
        </ul>
      )}
      <p className="small quiet mt-1">
        From {counted(weeks, 'week')} of what you did of each day’s plan, drawn 300 times.
      </p>
    </section>
  )
}
