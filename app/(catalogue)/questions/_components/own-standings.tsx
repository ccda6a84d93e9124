import { useEffect } from 'react'
import { useQuestionStandings } from '#hooks/use-answer.ts'
import { having } from '#lib/marks/page-data.ts'

/** Paints over the static index how ready the viewer is for each question. */
export function OwnStandings() {
  const { data } = useQuestionStandings()
  useEffect(() => {
    for (const { id, words } of data?.items ?? []) {
      const place = document.querySelector(having('standing', id))
      if (place) place.textContent = words
    }
  }, [data])
  return null
}
