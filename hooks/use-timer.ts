import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { elapsedOf, type Timer, type TimerSubject } from '#lib/study/timer.ts'
import { api } from './api.ts'
import { pressTime, serverNow } from './press-time.ts'
import { queryKeys } from './query-keys.ts'

const isOf = (timer: Timer, subject: TimerSubject) =>
  'readingId' in subject ? timer.readingId === subject.readingId : timer.itemId === subject.itemId

/** The viewer's timer of a reading or item, as this page knows it: null where there is none. */
export function useTimer(subject: TimerSubject): Timer | null {
  const { data } = useQuery({
    queryKey: queryKeys.timers,
    queryFn: async ({ signal }) => (await api('GET timers', { signal })).items,
    // Another device may have started or paused one.
    refetchOnWindowFocus: 'always',
  })
  return data?.find((timer) => isOf(timer, subject)) ?? null
}

/** Starts, pauses and throws away timers: shown at once, taken back when the server refuses. */
export function useSetTimer() {
  const client = useQueryClient()
  const mutation = useMutation({
    mutationKey: ['timer'],
    scope: { id: 'timers' },
    mutationFn: ({ subject, runs, at }: { subject: TimerSubject; runs: boolean | null; at: number }) => {
      if ('readingId' in subject)
        return runs === null
          ? api('DELETE timers/readings/[readingId]', { params: subject })
          : api('PUT timers/readings/[readingId]', { params: subject, body: { runs, at } })
      return runs === null
        ? api('DELETE timers/items/[itemId]', { params: subject })
        : api('PUT timers/items/[itemId]', { params: subject, body: { runs, at } })
    },
    onMutate: async ({ subject, runs, at }) => {
      await client.cancelQueries({ queryKey: queryKeys.timers })
      const before = client.getQueryData<Timer[]>(queryKeys.timers) ?? []
      client.setQueryData<Timer[]>(queryKeys.timers, after(before, subject, runs, at))
      return before
    },
    onError: (_error, _input, before) => client.setQueryData(queryKeys.timers, before),
    onSettled: () => void client.invalidateQueries({ queryKey: queryKeys.timers }),
  })
  const set = (subject: TimerSubject, runs: boolean | null) => mutation.mutate({ subject, runs, at: pressTime() })
  return set
}

function after(timers: readonly Timer[], subject: TimerSubject, runs: boolean | null, at: number): Timer[] {
  const own = timers.find((timer) => isOf(timer, subject))
  const paused = (timer: Timer): Timer => ({ ...timer, elapsedMs: elapsedOf(timer, at), startedAt: null })
  const others = timers.filter((timer) => timer !== own).map((timer) => (runs ? paused(timer) : timer))
  if (runs === null) return others
  const timer: Timer = own ?? { readingId: null, itemId: null, ...subject, elapsedMs: 0, startedAt: null }
  return [runs ? { ...timer, startedAt: timer.startedAt ?? at } : paused(timer), ...others]
}

/** Milliseconds on a timer, told every second while it runs. */
export function useElapsed(timer: Timer | null): number {
  const [now, setNow] = useState(serverNow)
  const runs = timer?.startedAt != null
  useEffect(() => {
    if (!runs) return
    const tick = () => setNow(serverNow())
    tick()
    const interval = setInterval(tick, 1000)
    return () => clearInterval(interval)
  }, [runs])
  return timer ? elapsedOf(timer, now) : 0
}
