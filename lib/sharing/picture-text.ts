/** Signs that the typefaces of pictures hold. For any other one, the library that draws them would ask the network. */
const unknown =
  /[^\u0020-\u007e\u00a0-\u00ff\u0131\u0152\u0153\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u20ac\u2122\u2212]+/gu

/**
 * Text as a picture can show it: accents that the typefaces lack fall away, other signs become a space, and what is
 * longer than `max` characters ends in an ellipsis. Empty where nothing is left.
 */
export function pictureText(text: string, max: number): string {
  const shown = [...text]
    .map((sign) => (sign.match(unknown) ? sign.normalize('NFD').replaceAll(/\p{M}/gu, '') : sign))
    .join('')
    .replaceAll(unknown, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return shown.length > max ? `${shown.slice(0, max - 1).trimEnd()}…` : shown
}
