/** The parts of a mock interview of 45 minutes, in order. */
export const phases = [
  { id: 'requirements', name: 'Requirements', minutes: 6, ask: 'What is it for, for whom, and what is left out?' },
  { id: 'numbers', name: 'Numbers', minutes: 5, ask: 'How many, how large, how fast?' },
  { id: 'data', name: 'API and data', minutes: 7, ask: 'Which calls are there, and what is stored under which key?' },
  { id: 'design', name: 'High level', minutes: 9, ask: 'Draw the parts and follow one request through them.' },
  { id: 'depth', name: 'Deep dive', minutes: 13, ask: 'Take the hardest part. What fails, and what then?' },
  { id: 'wrap-up', name: 'Wrap-up', minutes: 5, ask: 'What did you trade away, and what would you do next?' },
] as const

export type PhaseId = (typeof phases)[number]['id']

/** Where a mock stands: what a reload and another device go on from. */
export interface MockState {
  phase: PhaseId
  /** When the clock was started last, milliseconds UTC; null while it is paused. What it counted before are the answer's `seconds`. */
  since: number | null
  /** Seconds on the clock when the phase began. */
  phaseStarted: number
  /** How many hints were asked for, a phase each. */
  hints: Partial<Record<PhaseId, number>>
  /** Follow-up questions that came up, in their order: by themselves or pushed by an interviewer. */
  asked: string[]
}

/** A mock that begins. */
export const freshMock: MockState = { phase: 'requirements', since: null, phaseStarted: 0, hints: {}, asked: [] }

/** Minutes of the whole. */
export const mockMinutes = phases.reduce((sum, { minutes }) => sum + minutes, 0)

/** Seconds that are left of the phase; negative where it runs over, which is told and never forced. */
export function secondsLeft(state: MockState, seconds: number): number {
  const phase = phases.find(({ id }) => id === state.phase)
  return (phase?.minutes ?? 0) * 60 - (seconds - state.phaseStarted)
}

/**
 * The mock with its next phase begun; with the last one, the same. Follow-ups come when the deep dive and the wrap-up
 * begin: two, then one more.
 */
export function nextPhase(state: MockState, seconds: number, followUps: readonly string[]): MockState {
  const at = phases.findIndex(({ id }) => id === state.phase)
  const next = phases[at + 1]
  if (!next) return state
  const wanted = next.id === 'depth' ? 2 : next.id === 'wrap-up' ? 1 : 0
  const fresh = followUps.filter((question) => !state.asked.includes(question)).slice(0, wanted)
  return { ...state, phase: next.id, phaseStarted: seconds, asked: [...state.asked, ...fresh] }
}

/**
 * The hints of a phase, which are asked for one by one: the points of a good answer that belong to it.
 * The first point is on what to ask, those with "Numbers" on the load, the rest spread over design and depth in order.
 */
export function hintsOf(phase: PhaseId, goodAnswer: readonly string[]): string[] {
  const isNumbers = (point: string) => /^numbers\b/iu.test(point)
  const isAsking = (point: string) => /^asks\b/iu.test(point)
  const rest = goodAnswer.filter((point) => !isNumbers(point) && !isAsking(point))
  const third = Math.ceil(rest.length / 3)
  switch (phase) {
    case 'requirements':
      return goodAnswer.filter(isAsking)
    case 'numbers':
      return goodAnswer.filter(isNumbers)
    case 'data':
      return rest.slice(0, third)
    case 'design':
      return rest.slice(third, 2 * third)
    case 'depth':
      return rest.slice(2 * third)
    case 'wrap-up':
      return []
  }
}
