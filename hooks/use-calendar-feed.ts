import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from './api.ts'
import { queryKeys } from './query-keys.ts'

/** Whether there is a calendar's address, since when, and its hour. */
export interface CalendarFeedAnswer {
  createdAt: number | null
  hour: number | null
}

/** A calendar's address as it is told once. */
export interface NewCalendarFeed extends CalendarFeedAnswer {
  url: string
  webcal: string
}

const pathOf = (planId: string | null) => (planId === null ? 'calendar' : `plans/${planId}/calendar`)

/** The viewer's calendar address of a plan, or of all plans (`planId` null). */
export function useCalendarFeed(planId: string | null) {
  return useQuery({
    queryKey: queryKeys.calendar(planId),
    queryFn: ({ signal }) => api<CalendarFeedAnswer>('GET', pathOf(planId), undefined, signal),
  })
}

/** Makes, changes and revokes a calendar's address. */
export function useCalendarFeedWrites(planId: string | null) {
  const client = useQueryClient()
  const put = (feed: CalendarFeedAnswer) => client.setQueryData(queryKeys.calendar(planId), feed)
  const create = useMutation({
    retry: false,
    mutationFn: (hour: number | null) => api<NewCalendarFeed>('POST', pathOf(planId), { hour }),
    onSuccess: ({ createdAt, hour }) => put({ createdAt, hour }),
  })
  const setHour = useMutation({
    retry: false,
    mutationFn: (hour: number | null) => api<{ hour: number | null }>('PATCH', pathOf(planId), { hour }),
    onSuccess: ({ hour }) =>
      client.setQueryData<CalendarFeedAnswer>(queryKeys.calendar(planId), (feed) => feed && { ...feed, hour }),
  })
  const remove = useMutation({
    retry: false,
    mutationFn: () => api('DELETE', pathOf(planId)),
    onSuccess: () => {
      create.reset()
      put({ createdAt: null, hour: null })
    },
  })
  return { create, setHour, remove }
}
