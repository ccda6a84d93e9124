import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CalendarFeedAnswer } from '#lib/api/calendar-feeds.ts'
import { api } from './api.ts'
import { queryKeys } from './query-keys.ts'

/** The calls of the calendar of a plan, or of all plans (`planId` null). */
function callsOf(planId: string | null) {
  if (planId === null)
    return {
      get: (signal: AbortSignal) => api('GET calendar', { signal }),
      create: (hour: number | null) => api('POST calendar', { body: { hour } }),
      setHour: (hour: number | null) => api('PATCH calendar', { body: { hour } }),
      remove: () => api('DELETE calendar'),
    }
  const params = { planId }
  return {
    get: (signal: AbortSignal) => api('GET plans/[planId]/calendar', { params, signal }),
    create: (hour: number | null) => api('POST plans/[planId]/calendar', { params, body: { hour } }),
    setHour: (hour: number | null) => api('PATCH plans/[planId]/calendar', { params, body: { hour } }),
    remove: () => api('DELETE plans/[planId]/calendar', { params }),
  }
}

/** The viewer's calendar address of a plan, or of all plans (`planId` null). */
export function useCalendarFeed(planId: string | null) {
  return useQuery({
    queryKey: queryKeys.calendar(planId),
    queryFn: ({ signal }) => callsOf(planId).get(signal),
  })
}

/** Makes, changes and revokes a calendar's address. */
export function useCalendarFeedWrites(planId: string | null) {
  const client = useQueryClient()
  const calls = callsOf(planId)
  const put = (feed: CalendarFeedAnswer) => client.setQueryData(queryKeys.calendar(planId), feed)
  const create = useMutation({
    retry: false,
    meta: { isSaidByForm: true },
    mutationFn: calls.create,
    onSuccess: ({ createdAt, hour }) => put({ createdAt, hour }),
  })
  const setHour = useMutation({
    retry: false,
    meta: { isSaidByForm: true },
    mutationFn: calls.setHour,
    onSuccess: ({ hour }) =>
      client.setQueryData<CalendarFeedAnswer>(queryKeys.calendar(planId), (feed) => feed && { ...feed, hour }),
  })
  const remove = useMutation({
    retry: false,
    meta: { isSaidByForm: true },
    mutationFn: calls.remove,
    onSuccess: () => {
      create.reset()
      put({ createdAt: null, hour: null })
    },
  })
  return { create, setHour, remove }
}
