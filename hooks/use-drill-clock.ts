import { useCallback, useMemo, useState, useSyncExternalStore } from 'react'
import type { Answer } from '#lib/practice/answer.ts'
import type { Clock } from '#lib/practice/clock.ts'
import { keepForViewer, keptForViewer } from './kept-for-viewer.ts'

const never = () => () => {}

/**
 * A drill's clock. It runs on over a reload, in this browser; what it showed at the last save is the server's too.
 * @returns the clock, what sets it, and what forgets it when the answer is finished
 */
export function useDrillClock({ id, seconds }: Answer): [Clock, (clock: Clock) => void, () => void] {
  const name = `answer-clock.${id}`
  const [set, setSet] = useState<Clock | null>(null)
  const kept = useSyncExternalStore(
    never,
    () => JSON.stringify(keptForViewer<Clock>(name)),
    () => 'null',
  )
  const clock = useMemo(() => {
    const stored = JSON.parse(kept) as Clock | null
    return set ?? (stored && stored.seconds >= seconds ? stored : { seconds, since: null })
  }, [set, kept, seconds])
  const setClock = useCallback(
    (next: Clock) => {
      setSet(next)
      keepForViewer(name, next)
    },
    [name],
  )
  return [clock, setClock, () => keepForViewer(name, null)]
}
