import { shortMinutes } from '#lib/study/chart-words.ts'
import type { OrganisationRead } from '#lib/study/organisations-read.ts'

/** The organisations read most: a line each, its bar as long as the count. */
export function OrganisationsFigure({ organisations }: { organisations: OrganisationRead[] }) {
  const most = organisations[0]?.done ?? 1
  return (
    <ul className="figures -mt-3">
      {organisations.map(({ id, name, done, minutes }) => (
        <li
          key={id}
          className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)_6.5rem] items-center gap-x-3 border-b border-hairline py-1"
        >
          <a href={`/organisations/${id}`} className="inline-block min-h-6 truncate no-underline hover:underline">
            {name}
          </a>
          <svg className="figure !h-3" viewBox="0 0 160 12" preserveAspectRatio="none" aria-hidden>
            <rect className="done" x="0" y="0" height="12" width={Math.max(2, (done / most) * 160)} />
          </svg>
          <span className="text-right whitespace-nowrap">
            {done}
            <span className="sr-only"> readings</span> <span className="quiet small">· {shortMinutes(minutes)}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
