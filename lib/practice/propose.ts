import type { CriterionId } from './rubric.ts'

/** A reading of the question, with what the viewer did with it. */
export interface QuestionReading {
  id: string
  title: string
  block: string
  isRead: boolean
}

/** Blocks that teach what a criterion asks for. */
const taughtBy: Partial<Record<CriterionId, string>> = {
  numbers: 'sizing',
  data: 'key-and-shard',
  depth: 'failure-isolation',
}

/** Readings that are proposed after a weak answer. */
export const proposedReadings = 2

/**
 * What to read before another try: two readings of the question, those first that teach what was weakest, then those
 * not read yet, in the question's order.
 * @param weak criteria scored 1 or less, the weakest first; without any there is nothing to propose
 */
export function proposeReadings(readings: readonly QuestionReading[], weak: readonly CriterionId[]): QuestionReading[] {
  if (weak.length === 0) return []
  const wanted = weak.flatMap((id) => taughtBy[id] ?? [])
  const rank = ({ block, isRead }: QuestionReading) => {
    const at = wanted.indexOf(block)
    return (isRead ? 100 : 0) + (at < 0 ? wanted.length : at)
  }
  return readings.toSorted((a, b) => rank(a) - rank(b)).slice(0, proposedReadings)
}
