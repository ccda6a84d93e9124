import type { MockState } from './mock.ts'
import type { Scores } from './rubric.ts'

/** How a question is practised: a drill is written on one's own, a mock is an interview by the clock. */
export const practiceKinds = ['drill', 'mock'] as const
export type PracticeKind = (typeof practiceKinds)[number]

/** Minutes that a plan keeps for each. */
export const practiceMinutes: Record<PracticeKind, number> = { drill: 25, mock: 45 }

/** Where a question is practised. `itemId`: the plan's item that it is done for. */
export function practiceHref(questionId: string, kind: PracticeKind, itemId?: string): string {
  const page = `/questions/${questionId}/${kind === 'drill' ? 'practise' : 'mock'}`
  return itemId === undefined ? page : `${page}?item=${encodeURIComponent(itemId)}`
}

/** What an item of a plan is called that asks a question: "Drill: a chat". */
export function practiceTitle(kind: PracticeKind, title: string): string {
  return `${kind === 'drill' ? 'Drill' : 'Mock'}: ${inSentence(title)}`
}

/** A question's title within a sentence: "a chat", "a URL shortener", "news feed". */
export function inSentence(title: string): string {
  return title.replace(/^\p{Lu}(?!\p{Lu})/u, (first) => first.toLowerCase())
}

/** Most characters of an answer, of a diagram as text, and of the line for next time. */
export const answerLimits = { markdown: 50_000, diagram: 10_000, nextTime: 500 } as const

/** What of an answer a person writes and changes. */
export interface AnswerText {
  markdown: string
  /** A diagram as Mermaid text; empty for none. */
  diagram: string
  /** The points of a good answer that this one touches, in the words of the question as they were ticked. */
  ticked: string[]
  /** By criterion of the rubric; for a drill empty. */
  scores: Scores
  /** What to do better, in a line. */
  nextTime: string
  /** Seconds on the clock so far. */
  seconds: number
}

/** What a person wrote to a drill or said in a mock. Times are milliseconds, UTC. */
export interface Answer extends AnswerText {
  /** Made by the browser. */
  id: string
  questionId: string
  kind: PracticeKind
  /** The plan's item that it was started from; null where it was started from the question. */
  planId: string | null
  itemId: string | null
  /** Where a mock stands; null for a drill. */
  mock: MockState | null
  startedAt: number
  /** Null while it is being written. */
  finishedAt: number | null
  updatedAt: number
  version: number
}

/**
 * How good an answer was, from 0 to 3; null where nothing says so yet. A drill: the share of the points of a good answer
 * that it touches, times 3. A mock: the mean of its scores.
 * @param points how many points the question has; ticked ones that it no longer has do not count
 */
export function scoreOf(
  answer: Pick<Answer, 'kind' | 'ticked' | 'scores' | 'finishedAt'>,
  points: readonly string[],
): number | null {
  if (answer.finishedAt === null) return null
  if (answer.kind === 'drill') {
    if (points.length === 0) return null
    const touched = points.filter((point) => answer.ticked.includes(point)).length
    return (3 * touched) / points.length
  }
  const given = Object.values(answer.scores).flatMap((score) => (score ? [score.score] : []))
  return given.length === 0 ? null : given.reduce((sum, score) => sum + score, 0) / given.length
}
