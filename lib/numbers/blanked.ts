import { type Figure, parseFigures } from './parse-figures.ts'

/**
 * The sentence of a figure with it as a question mark and all other numbers left out: they would give it away, as units
 * of size and time would. What is counted stays.
 * @param at where the figure begins
 */
export function blanked({ sentence, at }: { sentence: string; at: number }): string {
  let rest = sentence
  for (const figure of parseFigures(sentence).toReversed())
    rest = `${rest.slice(0, figure.at)}${figure.at === at ? '[?]' : '…'}${rest.slice(figure.at + blankOf(figure))}`
  return rest
}

function blankOf({ kind, text, numberLength }: Figure): number {
  return kind === 'rate' || kind === 'count' ? numberLength : text.length
}
