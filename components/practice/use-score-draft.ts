import { useRef, useState, useSyncExternalStore } from 'react'
import { keepForViewer, keptForViewer } from '#hooks/kept-for-viewer.ts'
import { type Scores, soundScores } from '#lib/practice/rubric.ts'

const never = () => () => {}
/** Milliseconds after the last key. */
const pause = 600

/**
 * Scores as they are being given: one whose evidence is not written yet is kept in this browser, and not sent.
 * @param saved the scores that the server has
 * @param onSound what sends those that are sound
 */
export function useScoreDraft(answerId: string, saved: Scores, onSound: (scores: Scores) => void) {
  const name = `answer-scores.${answerId}`
  const [given, setGiven] = useState<Scores | null>(null)
  const kept = useSyncExternalStore(
    never,
    () => JSON.stringify(keptForViewer<Scores>(name)),
    () => 'null',
  )
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const scores = given ?? { ...saved, ...(JSON.parse(kept) as Scores | null) }
  return {
    scores,
    setScores: (next: Scores) => {
      setGiven(next)
      const sound = soundScores(next)
      const isWhole = Object.keys(sound).length === Object.keys(next).length
      keepForViewer(name, next)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => {
        if (isWhole) keepForViewer(name, null)
        onSound(sound)
      }, pause)
    },
  }
}
