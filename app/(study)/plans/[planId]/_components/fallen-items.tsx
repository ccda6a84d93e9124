import { minutesInWords } from '#lib/format.ts'
import type { PlanAnswer } from '#lib/api/plan-answers.ts'
import type { Fallen } from '#lib/planning/types.ts'
import { tiersInWords } from '#lib/planning/words.ts'

const reasons: Record<Fallen['reason'], string> = {
  'no-room': 'no room before your day',
  trimmed: 'dropped',
  horizon: 'no room within ten years',
}

/** What is left out of a plan, and the musts that do not fit. */
export function FallenItems({ fallen, late, plan }: { fallen: Fallen[]; late: string[]; plan: PlanAnswer }) {
  const lateItems = plan.items.filter((item) => late.includes(item.id))
  if (fallen.length === 0 && lateItems.length === 0) return null
  return (
    <section aria-labelledby="fallen" className="mt-10">
      {lateItems.length > 0 && (
        <p className="notice mb-4">
          {lateItems.length === 1 ? 'A must does' : `${lateItems.length} musts do`} not fit before your day:{' '}
          {lateItems.map((item) => item.title).join(' · ')}
        </p>
      )}
      {fallen.length > 0 && (
        <details>
          <summary>
            <h2 id="fallen" className="inline text-lg">
              {tiersInWords(fallen)} left out
            </h2>
          </summary>
          <ul className="items mt-2">
            {fallen.map((item) => (
              <li key={item.id} className="flex gap-4 border-b border-hairline py-2">
                <span className="grow font-serif">{item.title}</span>
                <span className="small quiet figures">
                  {item.tier} · {minutesInWords(item.minutes)} · {reasons[item.reason]}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
