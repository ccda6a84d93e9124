import { hostOf } from '#lib/addresses/http-url.ts'
import type { BookmarksReport } from '#lib/api/own-readings.ts'
import { counted } from '#lib/format.ts'

/** What bookmarks would add, or have added. */
export function BookmarksPreview({ report, onApply }: { report: BookmarksReport; onApply: () => void }) {
  const { links, added, known, inCatalogue, left, noRoom, examples, isApplied } = report
  const number = (count: number) => count.toLocaleString('en')
  const rows: [string, number][] = [
    [isApplied ? 'Added' : 'New', added],
    ['You have already, or twice in the file', known],
    ['In the catalogue already', inCatalogue],
    ['No address of the web, left out', left],
    ['No room for them', noRoom],
  ]
  return (
    <section aria-label="What the file holds" role="status" className="border-t border-hairline pt-4">
      <h2 className="mb-2 text-lg">{links === 0 ? 'No link was found in this.' : counted(links, 'link')}</h2>
      <dl className="figures max-w-[26rem]">
        {rows
          .filter(([, count], at) => at === 0 || count > 0)
          .map(([name, count]) => (
            <div key={name} className="flex justify-between gap-4 border-b border-hairline py-1.5">
              <dt>{name}</dt>
              <dd>{number(count)}</dd>
            </div>
          ))}
      </dl>
      {noRoom > 0 && (
        <p className="small quiet mt-2 max-w-[60ch]">
          You can have 10,000 readings of your own: the first of the file are taken. Take out of it what you do not
          need.
        </p>
      )}
      {!isApplied && examples.length > 0 && (
        <details className="mt-3">
          <summary className="quiet small inline-block min-h-6">The first of them</summary>
          <ul className="small mt-1">
            {examples.map(({ url, title }) => (
              <li key={url} className="py-0.5 wrap-anywhere">
                {title || url} <span className="quiet">{hostOf(url)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className="mt-4">
        {isApplied ? (
          <a className="button button-main" href="/own">
            Own readings
          </a>
        ) : (
          added > 0 && (
            <button type="button" className="button button-main" onClick={onApply}>
              Add {number(added)}
            </button>
          )
        )}
      </p>
    </section>
  )
}
