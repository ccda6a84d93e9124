import { CaseCard } from '#components/notes/case-card.tsx'
import { counted } from '#lib/format.ts'
import type { NoteEntry } from '#lib/notes/find-notes.ts'

/** Case cards in the order of the catalogue, under its headings: for the screen, for paper and for PDF. */
export function CardSheet({ entries, title }: { entries: NoteEntry[]; title: string }) {
  const groups = Map.groupBy(
    entries.toSorted((a, b) => a.order - b.order),
    (entry) => entry.placeTitle,
  )
  return (
    <div className="card-sheet pt-6">
      <p className="print-only mb-3 font-serif text-xl">
        {title} <span className="text-base">· {counted(entries.length, 'card')}</span>
      </p>
      {[...groups].map(([place, cards]) => (
        <section key={place} aria-label={place} className="mb-8">
          <h2 className="mb-3 text-lg">{place}</h2>
          <div className="card-columns">
            {cards.map((entry) => (
              <CaseCard
                key={entry.readingId}
                title={entry.title}
                href={`/readings/${entry.readingId}#note`}
                by={entry.organisation?.name ?? ''}
                card={entry.card}
              />
            ))}
          </div>
        </section>
      ))}
    </div>
  )
}
