import type { Edit, Selected } from '#lib/notes/format-text.ts'

/** The text of an area, with what is selected. */
export function selectedIn(area: HTMLTextAreaElement): Selected {
  return { text: area.value, start: area.selectionStart, end: area.selectionEnd }
}

/**
 * Makes an edit as if it had been typed: the browser's own undo takes it back, which setting the value would break.
 * `execCommand` is called deprecated and is the one way that does so in every browser.
 */
export function makeEdit(area: HTMLTextAreaElement, { from, to, insert, start, end }: Edit): void {
  area.focus()
  area.setSelectionRange(from, to)
  const isDone =
    insert === '' && from === to ? true : document.execCommand(insert ? 'insertText' : 'delete', false, insert)
  if (!isDone) {
    area.setRangeText(insert, from, to)
    area.dispatchEvent(new Event('input', { bubbles: true }))
  }
  area.setSelectionRange(start, end)
}
