import { parseFigures } from './parse-figures.ts'
import type { FigureKind } from './units.ts'

/**
 * The amount that a person typed, in the base unit of a kind: `2 billion`, `23k`, `4 TB`, `1e6`, `50 ms`.
 * @param kind null where any unit will do
 * @returns null for what is no amount, or one of another kind
 */
export function readAmount(text: string, kind: FigureKind | null = null): number | null {
  const plain = Number(text.replaceAll(/[, ']/g, ''))
  if (text.trim() !== '' && plain > 0 && Number.isFinite(plain)) return plain
  const figure = parseFigures(text)[0]
  if (!figure || !(figure.value > 0)) return null
  // A number without a unit is one in the base unit.
  return kind === null || figure.kind === kind || (figure.kind === 'count' && figure.of === '') ? figure.value : null
}
