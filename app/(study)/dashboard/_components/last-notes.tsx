import type { NoteLine } from '#db/queries/study/study.ts'
import { Part } from './part.tsx'

/** The notes written last. */
export function LastNotes({ notes }: { notes: NoteLine[] }) {
  if (notes.length === 0) return null
  return (
    <Part id="last-notes" title="Last notes" aside={<a href="/notes">All notes</a>}>
      <ul className="-mt-3">
        {notes.map((note) => (
          <li key={note.readingId} className="border-b border-hairline py-2">
            <a
              href={`/readings/${note.readingId}#note`}
              className="font-serif text-[1.0625rem] no-underline hover:underline"
            >
              {note.title}
            </a>
            <p className="quiet small">{note.excerpt}</p>
          </li>
        ))}
      </ul>
    </Part>
  )
}
