import { CaseCard } from '#components/notes/case-card.tsx'
import { counted } from '#lib/format.ts'
import type { NoteEntry } from '#lib/notes/find-notes.ts'

/**
 * Case cards in the order of the catalogue: for the screen, for paper and for PDF. They stand under its headings, or
 * without any where hardly two are of one topic, as headings over one card each would leave half of the paper white;
 * `isOfOne`: all are of one organisation, so each card says its topic instead.
 */
export function CardSheet({ entries, title, isOfOne }: { entries: NoteEntry[]; title: string; isOfOne: boolean }) {
  const places = new Set(entries.map((entry) => entry.placeTitle)).size
  const groups = Map.groupBy(
    entries.toSorted((a, b) => a.order - b.order),
    (entry) => (places > entries.length / 2 ? '' : entry.placeTitle),
  )
  return (
    <div className="card-sheet pt-6">
      <p className="print-only mb-3 font-serif text-xl">
        {title} <span className="text-base">· {counted(entries.length, 'card')}</span>
      </p>
      {[...groups].map(([place, cards]) => (
        <section key={place} aria-label={place || 'Cards'} className="mb-8">
          {place !== '' && <h2 className="mb-3 text-lg">{place}</h2>}
          <div className="card-columns">
            {cards.map((entry) => (
              <div key={entry.readingId}>
                <CaseCard
                  title={entry.title}
                  href={`/readings/${entry.readingId}#note`}
                  by={(isOfOne ? entry.placeTitle.split(' / ').at(-1) : entry.organisation?.name) ?? ''}
                  card={entry.card}
                />
                {entry.quotes.map((text) => (
                  <div key={text} className="quote">
                    <blockquote dir="auto">{text}</blockquote>
                  </div>
                ))}
              </div>
            ))}
          </div>
        </section>
      ))}
    </div>
  )
}
