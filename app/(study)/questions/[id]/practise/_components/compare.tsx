import { useRef, useState } from 'react'
import { useRouter } from 'next/navigation'
import { FormError } from '#components/ui/form-error.tsx'
import { putAnswer } from '#hooks/use-answer-session.ts'
import { type Answer, answerLimits, scoreOf } from '#lib/practice/answer.ts'

type Change = Pick<Answer, 'ticked' | 'nextTime'>

/** One's answer beside what a good one touches, ticked point by point: each tick is saved. */
export function Compare({ answer, points }: { answer: Answer; points: string[] }) {
  const router = useRouter()
  const [marked, setMarked] = useState<Change>({ ticked: answer.ticked, nextTime: answer.nextTime })
  const [problem, setProblem] = useState<string | null>(null)
  const saved = useRef(Promise.resolve(answer))
  const save = (change: Partial<Change>) => {
    const next = { ...marked, ...change }
    setMarked(next)
    const before = saved.current
    // One after another, each on the version before; what was refused is sent again with the next.
    saved.current = before.then(async (last) => {
      try {
        const kept = await putAnswer(last, { ...next, isFinished: true })
        setProblem(null)
        return kept
      } catch (error) {
        setProblem(`Not saved: ${error instanceof Error ? error.message : 'try again in a moment.'}`)
        return last
      }
    })
    return saved.current
  }
  const score = scoreOf({ ...answer, ticked: marked.ticked }, points) ?? 0
  return (
    <section aria-labelledby="compare">
      <h2 id="compare" className="mb-3">
        Compare
      </h2>
      <div className="grid gap-x-12 gap-y-8 md:grid-cols-2">
        <div>
          <h3 className="mb-2 text-lg">Your answer</h3>
          <div className="border-l-2 border-hairline pl-4 font-serif whitespace-pre-wrap [overflow-wrap:anywhere]">
            {answer.markdown}
          </div>
        </div>
        <fieldset>
          <legend className="mb-2 text-lg font-[560]">What a good answer touches</legend>
          {points.map((point) => (
            <label key={point} className="flex min-h-11 items-start gap-3 border-b border-hairline py-2.5">
              <input
                type="checkbox"
                className="mt-1 accent-accent"
                checked={marked.ticked.includes(point)}
                onChange={({ target }) =>
                  void save({
                    ticked: target.checked
                      ? [...marked.ticked, point]
                      : marked.ticked.filter((ticked) => ticked !== point),
                  })
                }
              />
              {point}
            </label>
          ))}
          <p className="figures mt-3" aria-live="polite">
            Touched {marked.ticked.length} of {points.length}: {score.toFixed(1)} of 3
          </p>
        </fieldset>
      </div>
      <label className="mt-6 block max-w-[60ch]">
        Next time, in a line
        <input
          className="input mt-1 w-full"
          maxLength={answerLimits.nextTime}
          value={marked.nextTime}
          onChange={({ target }) => setMarked({ ...marked, nextTime: target.value })}
          onBlur={() => void save({})}
        />
      </label>
      <FormError>{problem}</FormError>
      <p className="mt-4">
        <button type="button" className="button" onClick={() => void save({}).then(() => router.refresh())}>
          Keep and answer again
        </button>
      </p>
    </section>
  )
}
