import { useQuery } from '@tanstack/react-query'
import type { Destination } from '#lib/search/places.ts'
import { api } from './api.ts'
import { queryKeys } from './query-keys.ts'

/** How long names hold before they are asked for again, in milliseconds. */
const namesHold = 60_000

/** The viewer's plans and lists, and the interview questions, as places to go to by name. */
export function useOwnPlaces(isSignedIn: boolean): Destination[] {
  const questions = useQuery({
    queryKey: queryKeys.questions,
    staleTime: Infinity,
    queryFn: ({ signal }) => api('GET questions', { signal }),
  }).data
  const plans = useQuery({
    queryKey: queryKeys.planNames,
    enabled: isSignedIn,
    staleTime: namesHold,
    queryFn: ({ signal }) => api('GET plans', { signal }),
  }).data
  const lists = useQuery({
    queryKey: queryKeys.lists,
    enabled: isSignedIn,
    staleTime: namesHold,
    queryFn: ({ signal }) => api('GET lists', { signal }),
  }).data
  return [
    ...(plans?.items ?? []).map(({ id, title }) => ({ kind: 'plan', name: title, href: `/plans/${id}` })),
    ...(lists?.items ?? []).map(({ id, title }) => ({ kind: 'list', name: title, href: `/lists/${id}` })),
    ...(questions?.items ?? []).map(({ id, title }) => ({ kind: 'question', name: title, href: `/questions/${id}` })),
  ]
}
