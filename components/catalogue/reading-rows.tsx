import type { ReadingRow } from '#lib/catalogue/reading-row.ts'
import { minutesInWords } from '#lib/format.ts'
import { paintScript } from '#lib/marks/local.ts'

/**
 * A list of readings. Plain elements without classes: `app/rows.css` dresses them, the early script paints the
 * viewer's marks, and one delegating component a page (`MarkRows`) makes the boxes work.
 */
export function ReadingRows({ rows, label }: { rows: ReadingRow[]; label?: string }) {
  return (
    <ol className="rows" aria-label={label}>
      {rows.map((row) => (
        <li key={row.id} suppressHydrationWarning>
          <button type="button" aria-label="Mark" suppressHydrationWarning />
          <a href={`/readings/${row.id}`}>{row.title}</a>
          <small>{quietLine(row)}</small>
          <a href={row.url} aria-label="Open the original">
            ↗
          </a>
        </li>
      ))}
    </ol>
  )
}

/** Paints the marks on everything parsed so far: stands once behind a page's last list. */
export function PaintMarks() {
  return <script dangerouslySetInnerHTML={{ __html: paintScript }} />
}

/** Organisation (or people), medium and minutes, and what is wrong with the link if anything is. */
function quietLine(row: ReadingRow): string {
  return [
    row.organisation ?? row.people.join(', '),
    row.parts > 1 ? `${row.parts} parts` : row.medium === 'article' ? '' : row.medium,
    minutesInWords(row.minutes),
    row.link === 'dead' ? 'link dead' : row.delistedOn ? 'delisted' : '',
  ]
    .filter(Boolean)
    .join(' · ')
}
