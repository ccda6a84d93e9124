import { parseFigures } from './parse-figures.ts'
import type { SourcedFigure } from './sourced-figure.ts'

/** The sentence of a figure with it as a question mark and all other numbers left out: they would give it away. */
export function blanked({ sentence, at }: Pick<SourcedFigure, 'sentence' | 'at'>): string {
  let rest = sentence
  for (const figure of parseFigures(sentence).toReversed())
    rest = `${rest.slice(0, figure.at)}${figure.at === at ? '[?]' : '…'}${rest.slice(figure.at + figure.text.length)}`
  return rest
}
