import type { NoteLine } from '#db/queries/study.ts'

/** The notes written last. */
export function LastNotes({ notes }: { notes: NoteLine[] }) {
  if (notes.length === 0) return null
  return (
    <section aria-labelledby="last-notes" className="mt-12">
      <h2 id="last-notes" className="mb-2">
        Last notes
      </h2>
      <ul className="border-t border-hairline">
        {notes.map((note) => (
          <li key={note.readingId} className="border-b border-hairline py-2">
            <a
              href={`/readings/${note.readingId}`}
              className="font-serif text-[1.0625rem] no-underline hover:underline"
            >
              {note.title}
            </a>
            <p className="quiet small">{note.excerpt}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
