'use client'

import { TextLimit } from '#components/ui/text-limit.tsx'
import { useAnswer } from '#hooks/use-answer.ts'
import { type Answer, answerLimits, scoreOf } from '#lib/practice/answer.ts'

/**
 * A finished answer beside what a good one touches, ticked point by point: each tick is saved.
 * @param html the answer's words as safe HTML
 */
export function Compare({ first, html, points }: { first: Answer; html: string; points: readonly string[] }) {
  const { answer, trouble, saver } = useAnswer(first)
  const score = scoreOf({ ...answer, kind: 'drill' }, points) ?? 0
  const touched = points.filter((point) => answer.ticked.includes(point)).length
  const tick = (point: string, isTouched: boolean) =>
    saver?.change({
      ticked: isTouched ? [...answer.ticked, point] : answer.ticked.filter((ticked) => ticked !== point),
    })
  return (
    <div className="grid gap-x-12 gap-y-8 md:grid-cols-2">
      <div className="min-w-0">
        <h3 className="mb-2 text-lg">Your answer</h3>
        <div className="written border-l-2 border-hairline pl-4" dangerouslySetInnerHTML={{ __html: html }} />
      </div>
      <div>
        {points.length > 0 && (
          <fieldset>
            <legend className="mb-2 font-serif text-lg font-[560]">What a good answer touches</legend>
            {points.map((point) => (
              <label key={point} className="answer-point">
                <input
                  type="checkbox"
                  disabled={saver === null}
                  checked={answer.ticked.includes(point)}
                  onChange={({ target }) => tick(point, target.checked)}
                />
                <span>{point}</span>
              </label>
            ))}
            <p className="figures mt-3" aria-live="polite">
              You touched {touched} of {points.length}: {score.toFixed(1)} of 3
            </p>
          </fieldset>
        )}
        <label className="label mt-6 block">
          Next time, in a line
          <input
            className="input mt-1 w-full font-normal"
            value={answer.nextTime}
            disabled={saver === null}
            placeholder="Ask about group size first"
            onChange={({ target }) => saver?.change({ nextTime: target.value })}
          />
        </label>
        <TextLimit text={answer.nextTime} max={answerLimits.nextTime} />
        <p className="small min-h-5 text-error" role="status">
          {trouble && `Not saved. ${trouble}`}
        </p>
      </div>
    </div>
  )
}
