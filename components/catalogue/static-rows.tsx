import type { ReadingRow } from '#lib/catalogue/reading-row.ts'
import { rowsHtml } from '#lib/catalogue/rows-html.ts'
import { KeptRows } from './kept-rows.tsx'
import { keepMarkup } from './markup-store.ts'

/**
 * A list of readings on a static page, whose markup reaches the browser once.
 *
 * Whatever a server component renders is sent twice: as HTML, and again as data for React. For the largest section that
 * is 85 kB gzipped against 37. So the markup takes a side way: it is kept in this process, the client component below
 * puts it into the HTML while that is rendered here, and in the browser adopts what it finds in the document. This
 * needs every visit to be a new document: links between catalogue pages are plain `<a>`.
 */
export function StaticRows({ name, rows }: { name: string; rows: ReadingRow[] }) {
  keepMarkup(name, rowsHtml(rows))
  return <KeptRows name={name} />
}
