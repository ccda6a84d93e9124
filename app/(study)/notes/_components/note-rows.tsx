import { counted } from '#lib/format.ts'
import { excerptOf } from '#lib/notes/excerpt.ts'
import { type NoteEntry, snippetOf } from '#lib/notes/find-notes.ts'
import { hasCard } from '#lib/notes/note.ts'
import { hrefOf, type NotesQuery } from '#lib/notes/notes-query.ts'

const aPage = 60

/** Notes as an index, the last written first: title, where it belongs, and its words. */
export function NoteRows({ entries, query }: { entries: NoteEntry[]; query: NotesQuery }) {
  const pages = Math.max(1, Math.ceil(entries.length / aPage))
  const page = Math.min(query.page, pages)
  return (
    <>
      <ol aria-label="Notes">
        {entries.slice((page - 1) * aPage, page * aPage).map((entry) => (
          <li
            key={entry.readingId}
            className="grid gap-x-8 border-b border-hairline py-2.5 lg:grid-cols-[minmax(0,1fr)_18rem]"
          >
            <div>
              <a
                href={`/readings/${entry.readingId}#note`}
                className="font-serif text-[1.0625rem] no-underline hover:underline"
              >
                {entry.title}
              </a>
              <p className="max-w-[75ch] font-serif text-quiet [overflow-wrap:anywhere]">
                <Words entry={entry} q={query.q} />
              </p>
            </div>
            <p className="small quiet lg:pt-1 lg:text-right">
              {[
                entry.organisation?.name,
                entry.placeTitle.split(' / ').at(-1),
                hasCard(entry.card) ? 'case card' : '',
                entry.quotes.length > 0 ? counted(entry.quotes.length, 'quote') : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ol>
      {pages > 1 && (
        <nav aria-label="Pages" className="figures mt-5 flex items-center gap-5">
          {page > 1 && <a href={hrefOf({ ...query, page: page - 1 })}>Newer</a>}
          <span className="quiet">
            {page} of {pages}
          </span>
          {page < pages && <a href={hrefOf({ ...query, page: page + 1 })}>Older</a>}
        </nav>
      )}
    </>
  )
}

const quoted = ({ quotes: [first] }: NoteEntry) => (first === undefined ? '' : `“${first}”`)

function Words({ entry, q }: { entry: NoteEntry; q: string }) {
  const snippet = q ? snippetOf(entry, q) : null
  if (!snippet) return excerptOf(entry.markdown || entry.card.problem || entry.card.choice || quoted(entry), 180)
  return snippet.map((part, index) => (part.isFound ? <mark key={index}>{part.text}</mark> : part.text))
}
