import { default_w, forgetting_curve, fsrs, type FSRSState } from 'ts-fsrs'
import { randomFrom } from '../random.ts'
import { type CardMemory, daysBetween, reviewCard, type ReviewGrade } from './memory.ts'
import type { Outcome } from './recall.ts'

const dayMs = 86_400_000

/** A made-up person after some weeks of reviews: what the product knows, and what is true. */
export interface Learner {
  cards: CardMemory[]
  outcomes: Outcome[]
  reviews: number
  /** UTC milliseconds of the last day. */
  today: number
  /** The true share of the cards that this person would recall on a day. */
  trueRecall: (day: number) => number
}

/**
 * Lets a made-up person review until a number of reviews is reached.
 * @param speed how long this person remembers, in multiples of the model's defaults; their memory follows FSRS with
 *   first stabilities of their own, so that the product's model is wrong about them in more than one factor
 */
export function learn(seed: number, speed: number, wanted: number, cardsADay = 2, mostADay = 8): Learner {
  const random = randomFrom(seed)
  const own = default_w.map((value, index) => (index < 4 ? value * speed : value))
  const memory = fsrs({ w: own, enable_short_term: false, enable_fuzz: false })
  const cards: (CardMemory & { truth: FSRSState })[] = []
  const outcomes: Outcome[] = []
  let reviews = 0
  let today = 0
  for (; reviews < wanted; today += dayMs) {
    if (random() < 0.15) continue
    const due = cards.filter((card) => card.dueAt <= today).slice(0, mostADay)
    for (const card of due) {
      const elapsed = daysBetween(card.reviewedAt, today)
      const recalled = random() < forgetting_curve(own, elapsed, card.truth.stability)
      const grade: ReviewGrade = recalled ? pick(random()) : 1
      outcomes.push({ elapsedDays: elapsed, stability: card.stability, recalled })
      card.truth = memory.next_state(card.truth, elapsed, grade)
      Object.assign(card, reviewCard(card, grade, today))
      reviews += 1
    }
    for (let fresh = 0; fresh < cardsADay && due.length < mostADay; fresh += 1) {
      const grade: ReviewGrade = random() < 0.2 ? 1 : pick(random())
      cards.push({ ...reviewCard(null, grade, today), truth: memory.next_state(null, 0, grade) })
    }
  }
  return {
    cards,
    outcomes,
    reviews,
    today,
    trueRecall: (day) =>
      cards.reduce(
        (sum, card) => sum + forgetting_curve(own, daysBetween(card.reviewedAt, day), card.truth.stability),
        0,
      ) / cards.length,
  }
}

function pick(chance: number): ReviewGrade {
  return chance < 0.2 ? 2 : chance < 0.85 ? 3 : 4
}
