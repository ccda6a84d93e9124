/** The six things that a mock interview is scored by, in the order of its phases. */
export const criteria = [
  {
    id: 'requirements',
    name: 'Requirements',
    best: 'Asked what matters, agreed on what is in and out, before drawing',
  },
  { id: 'numbers', name: 'Numbers', best: 'Worked out the load and used it to choose' },
  { id: 'data', name: 'API and data', best: 'Named calls, keys and what is stored where, and why so' },
  { id: 'design', name: 'Design', best: 'Drew a whole that works, simple first, parts with one job each' },
  { id: 'depth', name: 'Depth', best: 'Went deep where it is hard: failures, order, hot keys, what it costs' },
  { id: 'talk', name: 'Conversation', best: 'Led, listened, used hints, said what was traded away' },
] as const

/** One of the six. */
export type CriterionId = (typeof criteria)[number]['id']

/** A score from 0 (not there) to 3 (as good as one could wish), with a line of the answer or a sentence that shows it. */
export interface Score {
  score: number
  evidence: string
}

/** By criterion; one that was not scored has none. */
export type Scores = Partial<Record<CriterionId, Score>>

/** Fewest characters that count as evidence: a word is none. */
export const leastEvidence = 15

/** What is wrong with a score, in a sentence; null when nothing is. */
export function scoreProblem({ score, evidence }: Score): string | null {
  if (!Number.isInteger(score) || score < 0 || score > 3) return 'A score is 0, 1, 2 or 3.'
  if (evidence.trim().length < leastEvidence)
    return 'Say what shows it: quote a line of the answer, or write a sentence.'
  return null
}

/** The scores that may be sent: those with something wrong are left out. */
export function soundScores(scores: Scores): Scores {
  return Object.fromEntries(Object.entries(scores).filter(([, score]) => score && scoreProblem(score) === null))
}

/** The criteria scored 1 or less, the weakest first: what to read on before trying again. */
export function weakCriteria(scores: Scores): CriterionId[] {
  return criteria
    .flatMap(({ id }) => (scores[id] && scores[id].score <= 1 ? [{ id, score: scores[id].score }] : []))
    .toSorted((a, b) => a.score - b.score)
    .map(({ id }) => id)
}
