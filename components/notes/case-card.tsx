import { type Card, cardFields, noteFields } from '#lib/notes/note.ts'

/** A case card to read: an index card, a line a field; empty fields are left out. */
export function CaseCard({
  title,
  href,
  by,
  card,
}: {
  title: string
  href: string
  /** The organisation or topic it is about, at the end of the head. */
  by: string
  card: Card
}) {
  return (
    <article className="case-card">
      <header>
        <h3>
          <a href={href} className="no-underline hover:underline">
            {title}
          </a>
        </h3>
        <p className="small quiet max-w-[45%] shrink-0 text-right">{by}</p>
      </header>
      <dl>
        {cardFields
          .filter((field) => card[field].trim() !== '')
          .map((field) => (
            <div key={field} className="case-line">
              <dt>{noteFields[field].name}</dt>
              <dd>{card[field]}</dd>
            </div>
          ))}
      </dl>
    </article>
  )
}
