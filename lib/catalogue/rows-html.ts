import { estimateInWords } from '../format.ts'
import { escapeHtml } from '../html.ts'
import { isOwnId } from '../own/own-id.ts'
import type { ReadingRow } from './reading-row.ts'

/**
 * The rows of a list of readings as markup: status box, title, one quiet line and the link out. No classes and few
 * elements: `app/styles/reading-rows.css` dresses them, the early script paints the viewer's marks and names the boxes,
 * and one delegating component a page (`MarkRows`) makes them work.
 */
export function rowsHtml(rows: ReadingRow[]): string {
  return rows
    .map(
      (row) =>
        `<li><button aria-label="Mark"></button><a href="/readings/${row.id}">${escapeHtml(row.title)}</a>` +
        `${row.reason ? `<i>${escapeHtml(row.reason)}</i>` : ''}<small>${escapeHtml(quietLine(row))}</small>${row.url ? `<a href="${escapeHtml(row.url)}" aria-label="Open the original">↗</a>` : ''}</li>`,
    )
    .join('')
}

/** A row's quiet line: “own” for one that a person added, organisation (or people), medium and minutes, and what is wrong with the link if anything is. */
export function quietLine(row: ReadingRow): string {
  return [
    isOwnId(row.id) ? 'own' : '',
    row.organisation ?? row.people.join(', '),
    row.parts > 1 ? `${row.parts} parts` : row.medium === 'article' ? '' : row.medium,
    estimateInWords(row),
    row.link === 'dead' ? 'link dead' : row.delistedOn ? 'no longer listed' : row.link === 'moved' ? 'link moved' : '',
  ]
    .filter(Boolean)
    .join(' · ')
}
