import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Interview } from '#lib/api/interviews.ts'
import type { Scores } from '#lib/practice/rubric.ts'
import { api } from './api.ts'
import { queryKeys } from './query-keys.ts'

/** The two of an interview look so often for what the other did, in milliseconds. */
const lookEvery = 3_000

/** A mock interview, looked at again and again. `isShared` false: nobody else is in it, so it is not asked for. */
export function useInterview(answerId: string, isShared: boolean, initial?: Interview) {
  return useQuery({
    queryKey: queryKeys.interview(answerId),
    queryFn: ({ signal }) => api('GET interviews/[answerId]', { params: { answerId }, signal }),
    enabled: isShared,
    refetchInterval: lookEvery,
    ...(initial && { initialData: initial }),
  })
}

/** What the two do: the candidate opens or closes; a teammate takes or leaves the seat, asks and scores. */
export type InterviewAct = { openTo: string | null } | { seat: boolean } | { ask: string } | { scores: Scores }

/** Does an act and shows what came of it. */
export function useInterviewAct(answerId: string) {
  const client = useQueryClient()
  return useMutation({
    retry: false,
    mutationFn: (act: InterviewAct): Promise<Interview | null> => {
      const params = { answerId }
      if ('openTo' in act) return api('PUT answers/[answerId]/opening', { params, body: { planId: act.openTo } })
      if ('seat' in act)
        return act.seat
          ? api('PUT interviews/[answerId]/seat', { params })
          : api('DELETE interviews/[answerId]/seat', { params })
      return api('PUT interviews/[answerId]', { params, body: act })
    },
    onSuccess: (interview) => {
      if (interview) client.setQueryData(queryKeys.interview(answerId), interview)
      else void client.invalidateQueries({ queryKey: queryKeys.interview(answerId) })
    },
  })
}
