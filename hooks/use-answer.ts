import { useEffect, useState, useSyncExternalStore } from 'react'
import { useQuery } from '@tanstack/react-query'
import { newId } from '#lib/new-id.ts'
import type { Answer, PracticeKind } from '#lib/practice/answer.ts'
import { type AnswerChange, type AnswerSaver, type AnswerSaving, createAnswerSaver } from './answer-saver.ts'
import { api } from './api.ts'
import { keepForViewer, keptForViewer } from './kept-for-viewer.ts'
import { queryKeys } from './query-keys.ts'
import { usePlanWrite } from './use-plans.ts'

function putAnswer(answer: Answer, { isFinished, ...change }: AnswerChange): Promise<Answer> {
  const next = { ...answer, ...change }
  const { questionId, kind, itemId, mock, markdown, diagram, ticked, scores, nextTime, seconds, version } = next
  const text = { markdown, diagram, ticked, scores, nextTime, seconds }
  const body = { questionId, kind, itemId, mock, ...text, isFinished: isFinished ?? false, version }
  return api('PUT answers/[answerId]', { params: { answerId: answer.id }, body })
}

const never = () => () => {}

/**
 * An answer of the viewer that is being worked on: changes show at once and are saved one after another; what could not
 * be sent waits in this browser, over a reload too.
 * @param first the answer as the server has it, or a blank one
 */
export function useAnswer(first: Answer): AnswerSaving & { saver: AnswerSaver | null } {
  const [saver, setSaver] = useState<AnswerSaver | null>(null)
  useEffect(() => {
    const name = `answer-change.${first.id}`
    const means = { put: putAnswer, keep: (pending: AnswerChange | null) => keepForViewer(name, pending) }
    const made = createAnswerSaver(first, means, keptForViewer<AnswerChange>(name))
    made.flush()
    let isClosed = false
    void Promise.resolve().then(() => isClosed || setSaver(made))
    window.addEventListener('online', made.flush)
    return () => {
      isClosed = true
      window.removeEventListener('online', made.flush)
      made.flush()
      made.close()
    }
  }, [first])
  const saving = useSyncExternalStore(saver?.subscribe ?? never, saver?.snapshot ?? none, none)
  return { ...(saving ?? { answer: first, trouble: null }), saver }
}

function none(): null {
  return null
}

/** How ready the viewer is for each question for which they have done anything. */
export function useQuestionStandings() {
  return useQuery({
    queryKey: queryKeys.questionStandings,
    refetchOnWindowFocus: 'always',
    queryFn: ({ signal }) => api('GET questions/standing', { signal }),
  })
}

/** What the viewer has read, noted and practised for a question. */
export function useQuestionStanding(questionId: string) {
  return useQuery({
    queryKey: queryKeys.questionStanding(questionId),
    refetchOnWindowFocus: 'always',
    queryFn: ({ signal }) => api('GET questions/[questionId]/standing', { params: { questionId }, signal }),
  })
}

/** Puts a question into a plan, as a drill or a mock. */
export function useAddPractice() {
  return usePlanWrite(
    ({ planId, questionId, kind }: { planId: string; questionId: string; kind: PracticeKind }) =>
      api('POST plans/[planId]/items', { params: { planId }, body: { kind, questionId } }),
    { retry: false },
  )
}

/** Puts readings and another mock of the question into a plan, under a heading of their own. */
export function useTakeProposal() {
  return usePlanWrite(
    async ({ planId, questionId, readingIds }: { planId: string; questionId: string; readingIds: string[] }) => {
      const params = { planId }
      const phase = { id: newId(), title: 'Before the next mock' }
      await api('POST plans/[planId]/items', { params, body: { readingIds, phase } })
      await api('POST plans/[planId]/items', { params, body: { kind: 'mock', questionId, phaseId: phase.id } })
    },
    { retry: false },
  )
}

/** An answer's words as safe HTML, made by the server from what is saved. */
export function useAnswerHtml(answerId: string, version: number) {
  return useQuery({
    queryKey: queryKeys.answerHtml(answerId, version),
    enabled: version > 0,
    queryFn: async ({ signal }) => (await api('GET answers/[answerId]', { params: { answerId }, signal })).html,
  })
}
