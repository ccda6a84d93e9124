'use client'

import type { ImportGiven } from '#lib/api/catalogue.ts'
import { hostOf } from '#lib/addresses/http-url.ts'
import type { Doubt } from '#lib/catalogue/match.ts'

/** From here on the matcher itself takes two for the same. */
const likely = 0.85

type Props = { given: ImportGiven; doubts: Doubt[]; doubtful: number; onChange: (next: ImportGiven) => void }

/** Pairs that are only similar, each with its question. Once answered, a pair moves to the tables. */
export function Doubts({ given, doubts, doubtful, onChange }: Props) {
  const answered = Object.keys(given.decisions).length + (given.bulk ? 1 : 0)
  if (doubts.length === 0 && answered === 0) return null
  const answer = (key: string, readingId: string | null) =>
    onChange({ ...given, decisions: { ...given.decisions, [key]: readingId } })
  return (
    <section aria-labelledby="doubts">
      <h2 id="doubts">Doubtful</h2>
      <p className="quiet max-w-[65ch]">
        {doubts.length > 0
          ? 'Is the one in the file the one that is known? Until you say, each stays as it is.'
          : 'All are decided.'}
        {answered > 0 && (
          <>
            {' '}
            <button
              type="button"
              className="underline underline-offset-4"
              onClick={() => onChange({ ...given, decisions: {}, bulk: undefined })}
            >
              Take back my {answered === 1 ? 'answer' : `${answered} answers`}
            </button>
          </>
        )}
      </p>
      {doubtful > 1 && (
        <p className="mt-3 flex flex-wrap gap-2">
          <button
            type="button"
            className="button button-small"
            onClick={() => onChange({ ...given, bulk: { sameFrom: null, othersNew: true } })}
          >
            All {doubtful.toLocaleString('en')} are new
          </button>
          <button
            type="button"
            className="button button-small"
            onClick={() => onChange({ ...given, bulk: { sameFrom: likely, othersNew: false } })}
          >
            Those {likely * 100} % alike or more are the same
          </button>
          <button
            type="button"
            className="button button-small"
            onClick={() => onChange({ ...given, bulk: { sameFrom: likely, othersNew: true } })}
          >
            Those are the same, all others new
          </button>
        </p>
      )}
      <ul className="mt-3">
        {doubts.map((doubt) => (
          <li key={doubt.key} className="hairline grid gap-x-8 gap-y-2 py-3 md:grid-cols-[1fr_auto]">
            <dl className="grid grid-cols-[4rem_minmax(0,1fr)] gap-x-3 gap-y-1">
              <Side name="In the file" title={doubt.incoming.title} url={doubt.incoming.url} />
              <Side
                name="Known"
                title={doubt.candidate.title}
                url={doubt.candidate.url}
                readingId={doubt.candidate.readingId}
              />
            </dl>
            <p className="flex flex-wrap items-center gap-2 self-center">
              <span className="small quiet figures">{Math.round(doubt.score * 100)} % alike</span>
              <button
                type="button"
                className={`button button-small ${doubt.suggestion === 'same' ? 'border-accent' : ''}`}
                onClick={() => answer(doubt.key, doubt.candidate.readingId)}
              >
                The same
              </button>
              <button
                type="button"
                className={`button button-small ${doubt.suggestion === 'new' ? 'border-accent' : ''}`}
                onClick={() => answer(doubt.key, null)}
              >
                A new one
              </button>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Side({ name, title, url, readingId }: { name: string; title: string; url: string; readingId?: string }) {
  return (
    <>
      <dt className="small quiet pt-0.5">{name}</dt>
      <dd>
        {readingId ? <a href={`/readings/${readingId}`}>{title}</a> : title}{' '}
        <a href={url} className="small quiet">
          {hostOf(url)}
        </a>
      </dd>
    </>
  )
}
