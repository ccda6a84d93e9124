import type { Question } from './question.ts'

/** What a person has done for one building block of one question, from dark to lit. */
export type Light = 'none' | 'read' | 'carded' | 'practised'

/** One cell of the grid of questions by building blocks. */
export interface Cell {
  block: string
  light: Light
  /** How many of its readings were read, of how many. */
  read: number
  readings: number
  /** The reading to take next: the first that is not read; null where all are. */
  next: string | null
}

/** How ready a person is for one question. */
export interface Readiness {
  questionId: string
  cells: Cell[]
  read: number
  readings: number
  cards: number
  /** How often it was practised, and how well the best time, from 0 to 3; null where it was never scored. */
  practised: number
  best: number | null
  /** The building block with the least done, where any is not practised. */
  weakest: string | null
}

/** What a person has done: reading ids, and the scores of finished answers by question, null for one without a score. */
export interface Done {
  read: ReadonlySet<string>
  carded: ReadonlySet<string>
  answers: ReadonlyMap<string, readonly (number | null)[]>
}

const rank: Record<Light, number> = { none: 0, read: 1, carded: 2, practised: 3 }
/** From this score on a practised question lights its blocks: two of three points. */
const goodEnough = 2

/**
 * How far a person is with a question. A block is read when one of its readings is, carded when one has a case card,
 * practised when besides the question was answered with 2 of 3 or better.
 */
export function readinessOf(question: Question, done: Done): Readiness {
  const scores = done.answers.get(question.id) ?? []
  const best = scores.reduce<number | null>((top, score) => (score === null ? top : Math.max(top ?? 0, score)), null)
  const cells = question.blocks.map((block): Cell => {
    const own = question.readings.filter((reading) => reading.block === block).map(({ id }) => id)
    const read = own.filter((id) => done.read.has(id))
    const carded = own.some((id) => done.carded.has(id))
    const isPractised = read.length > 0 && (best ?? 0) >= goodEnough
    return {
      block,
      light: isPractised ? 'practised' : carded ? 'carded' : read.length > 0 ? 'read' : 'none',
      read: read.length,
      readings: own.length,
      next: own.find((id) => !done.read.has(id)) ?? null,
    }
  })
  const weakest = cells
    .filter((cell) => cell.light !== 'practised')
    .toSorted((a, b) => rank[a.light] - rank[b.light] || a.read / a.readings - b.read / b.readings)[0]
  return {
    questionId: question.id,
    cells,
    read: question.readings.filter(({ id }) => done.read.has(id)).length,
    readings: question.readings.length,
    cards: question.readings.filter(({ id }) => done.carded.has(id)).length,
    practised: scores.length,
    best,
    weakest: weakest?.block ?? null,
  }
}

/**
 * What others on a plan let be seen of a member's practice: readings read, cards written and questions practised on it,
 * never how well.
 */
export function seenOn(
  items: readonly { id: string; kind: string; readingId: string | null; questionId: string | null }[],
  done: ReadonlySet<string>,
): Done {
  const ticked = items.filter(({ id }) => done.has(id))
  const readingsOf = (kind: string) => ticked.flatMap((item) => (item.kind === kind ? (item.readingId ?? []) : []))
  const answers = new Map<string, null[]>()
  for (const { questionId } of ticked)
    if (questionId !== null) answers.set(questionId, [...(answers.get(questionId) ?? []), null])
  return { read: new Set(readingsOf('read')), carded: new Set(readingsOf('card')), answers }
}

/** What several people have done together. */
export function together(people: readonly Done[]): Done {
  const answers = new Map<string, (number | null)[]>()
  for (const person of people)
    for (const [question, scores] of person.answers)
      answers.set(question, [...(answers.get(question) ?? []), ...scores])
  return {
    read: new Set(people.flatMap(({ read }) => [...read])),
    carded: new Set(people.flatMap(({ carded }) => [...carded])),
    answers,
  }
}

const inWords = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/**
 * A sentence on how ready a person is: "Read 5 of 7, two cards, practised once at 2.1 of 3; weakest: Fan-out."
 * @param blocks names of building blocks by id
 */
export function readinessInWords(readiness: Readiness, blocks: ReadonlyMap<string, string>): string {
  const { read, readings, cards, practised, best, weakest } = readiness
  const times = practised === 1 ? 'once' : practised === 2 ? 'twice' : `${practised} times`
  const parts = [
    `Read ${read} of ${readings}`,
    `${inWords[cards] ?? cards} ${cards === 1 ? 'card' : 'cards'}`,
    practised === 0
      ? 'not practised'
      : best === null
        ? `practised ${times}`
        : `practised ${times} at ${best.toFixed(1)} of 3`,
  ]
  return `${parts.join(', ')}${weakest === null ? '' : `; weakest: ${blocks.get(weakest) ?? weakest}`}.`
}
