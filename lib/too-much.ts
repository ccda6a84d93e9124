/** How much of a text is too much, in a sentence; empty while it fits. Lengths in UTF-16 units, as the server counts. */
export function tooMuch(length: number, max: number): string {
  const over = length - max
  if (over <= 0) return ''
  const what = over === 1 ? '1 character' : `${over.toLocaleString('en')} characters`
  return `${what} too many: ${max.toLocaleString('en')} fit.`
}
