import { type Card, cardFields, noteFields } from '#lib/notes/note.ts'

/** The case card, as an index card to write on. `card` null: not read yet. */
export function CardForm({
  title,
  card,
  onType,
  onSave,
}: {
  title: string
  card: Card | null
  onType: (card: Card) => void
  onSave: () => void
}) {
  return (
    <section className="case-card mt-6" aria-labelledby="case-card">
      <header>
        <h3 id="case-card" className="shrink-0">
          Case card
        </h3>
        <p className="small quiet truncate" aria-hidden>
          {title}
        </p>
      </header>
      {cardFields.map((field) => (
        <div key={field} className="case-line">
          <label htmlFor={`card-${field}`}>{noteFields[field].name}</label>
          <textarea
            dir="auto"
            id={`card-${field}`}
            rows={1}
            placeholder={noteFields[field].example}
            value={card?.[field] ?? ''}
            disabled={card === null}
            onChange={(event) => card && onType({ ...card, [field]: event.target.value })}
            onBlur={onSave}
          />
        </div>
      ))}
    </section>
  )
}
