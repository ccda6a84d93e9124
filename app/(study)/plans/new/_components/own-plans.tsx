import { counted } from '#lib/format.ts'

interface OwnPlansProps {
  organisations: { id: string; name: string; count: number }[]
  lists: { id: string; title: string }[]
}

/**
 * Ways to start a custom plan: from an organisation, a search, a list, or nothing. Plain forms that work without
 * scripts.
 */
export function OwnPlans({ organisations, lists }: OwnPlansProps) {
  return (
    <section aria-labelledby="own" className="mt-14">
      <h2 id="own" className="mb-4">
        A plan of your own
      </h2>
      <div className="grid gap-x-12 gap-y-6 sm:grid-cols-2">
        <form action="/plans/new" className="own-plan">
          <label className="label" htmlFor="organisation">
            You meet an organisation
          </label>
          <div>
            <select id="organisation" name="organisation" className="input" defaultValue="">
              {organisations.map(({ id, name, count }) => (
                <option key={id} value={id}>
                  {name}, {counted(count, 'reading')}
                </option>
              ))}
            </select>
            <button type="submit" className="button flex-none">
              Take its readings
            </button>
          </div>
        </form>
        <form action="/plans/new" className="own-plan">
          <label className="label" htmlFor="q">
            What a search finds
          </label>
          <div>
            <input
              id="q"
              name="q"
              className="input"
              placeholder="topic:caching -medium:video"
              required
              maxLength={300}
            />
            <button type="submit" className="button flex-none">
              Continue
            </button>
          </div>
        </form>
        {lists.length > 0 && (
          <form action="/plans/new" className="own-plan">
            <label className="label" htmlFor="list">
              A list of yours
            </label>
            <div>
              <select id="list" name="list" className="input">
                {lists.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {title || 'Your queue'}
                  </option>
                ))}
              </select>
              <button type="submit" className="button flex-none">
                Take it
              </button>
            </div>
          </form>
        )}
        <div className="own-plan">
          <p className="label">Nothing yet</p>
          <div>
            <a className="button" href="/plans/new?own=1">
              Start an empty plan
            </a>
          </div>
        </div>
      </div>
    </section>
  )
}
