/** What a badge tells: counts, and nothing else of a person. */
export interface BadgeCounts {
  /** Readings done, ever and in the last 30 days; case cards. */
  done: number
  lately: number
  cards: number
}

const ink = '#1b1d22'
const quiet = '#54575f'
const paper = '#fbfaf6'
const accent = '#0b6e69'

/** One line for a page of one's own, such as a README. */
export function badgeSvg({ done }: BadgeCounts): string {
  const value = `${done.toLocaleString('en')} read`
  const left = 76
  const width = left + 18 + Math.round(value.length * 6.6)
  return svg(
    width,
    22,
    `Loadpath: ${value}`,
    `<rect width="${width}" height="22" fill="${paper}"/><rect width="${left}" height="22" fill="${accent}"/>` +
      text(9, 15, 'Loadpath', '#ffffff', 12) +
      text(left + 9, 15, value, ink, 12) +
      `<rect x="0.5" y="0.5" width="${width - 1}" height="21" fill="none" stroke="${accent}"/>`,
  )
}

/** The same with all counts, as an index card. */
export function cardSvg({ done, lately, cards }: BadgeCounts): string {
  const columns: [number, string][] = [
    [done, done === 1 ? 'reading done' : 'readings done'],
    [lately, 'in 30 days'],
    [cards, cards === 1 ? 'case card' : 'case cards'],
  ]
  return svg(
    360,
    112,
    `Loadpath: ${columns.map(([count, words]) => `${count} ${words}`).join(', ')}`,
    `<rect x="0.5" y="0.5" width="359" height="111" fill="${paper}" stroke="${quiet}"/>` +
      `<path d="M0 34.5H360" stroke="${accent}"/>` +
      text(18, 23, 'Loadpath', accent, 14, 600) +
      columns
        .map(
          ([count, words], at) =>
            text(18 + at * 116, 70, count.toLocaleString('en'), ink, 26, 600) +
            text(18 + at * 116, 92, words, quiet, 13),
        )
        .join(''),
  )
}

function svg(width: number, height: number, label: string, inner: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}"><title>${label}</title>${inner}</svg>`
}

function text(x: number, y: number, words: string, fill: string, size: number, weight = 400): string {
  return `<text x="${x}" y="${y}" fill="${fill}" font-family="ui-sans-serif, system-ui, sans-serif" font-size="${size}" font-weight="${weight}">${words}</text>`
}
