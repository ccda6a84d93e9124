import type { ReadingRow } from '#lib/catalogue/reading-row.ts'
import { rowsHtml } from '#lib/catalogue/rows-html.ts'
import { paintScript } from '#lib/marks/early.ts'

/** A list of readings. On static pages with hundreds of rows, `StaticRows` sends the same markup once only. */
export function ReadingRows({ rows, label }: { rows: ReadingRow[]; label?: string }) {
  return (
    <ol
      className="rows"
      aria-label={label}
      dangerouslySetInnerHTML={{ __html: rowsHtml(rows) }}
      suppressHydrationWarning
    />
  )
}

/**
 * Paints the marks on everything parsed so far: stands once behind a page's last list. `nonce` where the page's policy
 * asks for one.
 */
export function PaintMarks({ nonce }: { nonce?: string }) {
  return <script nonce={nonce} dangerouslySetInnerHTML={{ __html: paintScript }} suppressHydrationWarning />
}
