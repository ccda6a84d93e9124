const selector = '.rows > li'

/** All rows of readings on the page, in order. */
export function rowsOfPage(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(selector)]
}

/** The row that an element is part of, or null. */
export function rowOf(element: Element): HTMLElement | null {
  return element.closest<HTMLElement>(selector)
}

/** The id of a row's reading. */
export function readingOf(row: HTMLElement): string {
  return row.querySelector('a')?.pathname.slice('/readings/'.length) ?? ''
}

/** The rows from one to another, both counted, whichever comes first. */
export function rowsUpTo(from: HTMLElement, to: HTMLElement): HTMLElement[] {
  const rows = rowsOfPage()
  const [first = 0, last = 0] = [rows.indexOf(from), rows.indexOf(to)].toSorted((a, b) => a - b)
  return rows.slice(first, last + 1)
}
