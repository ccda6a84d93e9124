import { type Medium, media } from '#lib/catalogue/minutes.ts'
import type { Pick } from '#lib/study/pick-readings.ts'

const minutesOffered = [10, 15, 20, 30, 45, 60, 90]

/** "I have 20 minutes": three readings for the time at hand, each with its reason. A form that works by itself. */
export function PickForm({ minutes, medium, picks }: { minutes: number; medium: Medium | null; picks: Pick[] }) {
  const offered = [...new Set([...minutesOffered, minutes])].toSorted((a, b) => a - b)
  return (
    <>
      <form action="/dashboard" className="mb-3 flex flex-wrap items-center gap-2">
        <label htmlFor="minutes">I have</label>
        <select id="minutes" name="minutes" defaultValue={minutes} className="input !w-auto">
          {offered.map((value) => (
            <option key={value} value={value}>
              {value} minutes
            </option>
          ))}
        </select>
        <label htmlFor="medium">for</label>
        <select id="medium" name="medium" defaultValue={medium ?? ''} className="input !w-auto">
          <option value="">anything</option>
          {media.map((value) => (
            <option key={value} value={value}>
              {value === 'slides' || value === 'documentation' ? value : `${value === 'article' ? 'an' : 'a'} ${value}`}
            </option>
          ))}
        </select>
        <button type="submit" className="button">
          Pick three
        </button>
      </form>
      {picks.length === 0 ? (
        <p className="quiet">Nothing fits. Take a little more time, or another medium.</p>
      ) : (
        <ol className="rows picks" aria-label="Three that fit">
          {picks.map((pick) => (
            <li key={pick.id} suppressHydrationWarning>
              <button type="button" aria-label="Mark" suppressHydrationWarning />
              <a href={`/readings/${pick.id}`}>{pick.title}</a>
              <small>
                {[
                  pick.organisation,
                  pick.whole === null ? `${pick.minutes} min` : `${pick.minutes} of ${pick.whole} min`,
                  pick.medium,
                  pick.reason,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </li>
          ))}
        </ol>
      )}
    </>
  )
}
