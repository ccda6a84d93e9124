import type { Answer, PracticeKind } from './answer.ts'
import { freshMock } from './mock.ts'

/**
 * An answer that is begun and that the server does not have yet.
 * @param id made by the browser
 * @param itemId the plan's item that it is begun from
 */
export function blankAnswer(id: string, questionId: string, kind: PracticeKind, itemId: string | null): Answer {
  const text = { markdown: '', diagram: '', ticked: [], scores: {}, nextTime: '', seconds: 0 }
  const times = { startedAt: 0, finishedAt: null, updatedAt: 0, version: 0 }
  return { id, questionId, kind, planId: null, itemId, mock: kind === 'mock' ? freshMock : null, ...text, ...times }
}
