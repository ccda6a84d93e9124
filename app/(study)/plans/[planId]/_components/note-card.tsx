import type { SharedNote } from '#lib/api/sharing-answers.ts'

const fields = [
  ['problem', 'Problem'],
  ['numbers', 'Numbers'],
  ['choice', 'Choice'],
  ['tradeOff', 'Trade-off'],
  ['useWhen', 'Use when'],
] as const

/** A note that somebody shares with the plan, as an index card. Its HTML was made safe by the server. */
export function NoteCard({ note, title }: { note: SharedNote; title?: string }) {
  const filled = fields.filter(([key]) => note.card[key] !== '')
  return (
    <article className="case-card">
      <header>
        <span>{title ?? (note.self ? 'You' : note.name)}</span>
        {title && <span className="small quiet whitespace-nowrap">{note.self ? 'you' : note.name}</span>}
      </header>
      {filled.length > 0 && (
        <dl>
          {filled.map(([key, name]) => (
            <div key={key} className="case-line">
              <dt>{name}</dt>
              <dd>{note.card[key]}</dd>
            </div>
          ))}
        </dl>
      )}
      {note.html && <div className="written px-4 py-3" dangerouslySetInnerHTML={{ __html: note.html }} />}
    </article>
  )
}
