'use client'

import { useId, useState } from 'react'
import { pressTime } from '#hooks/press-time.ts'
import { useSetEstimate } from '#hooks/use-estimates.ts'
import type { Estimate } from '#lib/api/estimates.ts'
import { newId } from '#lib/new-id.ts'
import { holds, leastRanges, missOf, type RangeScore, widthOf } from '#lib/numbers/estimates.ts'
import { formatFigure } from '#lib/numbers/format-figure.ts'
import { readAmount } from '#lib/numbers/read-amount.ts'
import type { AskedFigure } from '#lib/numbers/sourced-figure.ts'
import type { FigureKind } from '#lib/numbers/units.ts'

interface EstimationProps {
  asked: AskedFigure[]
  score: RangeScore | null
  count: number
}

/** The drill: a range one is 90 % sure of, for one figure after the other. */
export function Estimation({ asked, score, count }: EstimationProps) {
  const [at, setAt] = useState(0)
  const [told, setTold] = useState<Estimate | null>(null)
  const figure = asked[at]
  return (
    <div className="max-w-[40rem]">
      <p className="quiet mb-4 max-w-measure figures">{scoreInWords(score, count)}</p>
      {!figure && <p className="empty">That was all for now. Load the page again for more.</p>}
      {figure && (
        <div aria-live="polite">
          <p className="eyebrow">{figure.system}</p>
          <p className="prose mb-3">{figure.sentence}</p>
          {told ? (
            <Truth told={told} kind={figure.kind} onNext={() => (setTold(null), setAt(at + 1))} />
          ) : (
            <RangeForm key={figure.figure} figure={figure} onTold={setTold} />
          )}
        </div>
      )}
    </div>
  )
}

function scoreInWords(score: RangeScore | null, count: number): string {
  if (!score)
    return `Give a range that you are 90 % sure of. How good your ranges are shows from ${leastRanges} on; you have ${count}.`
  return `Your ranges held the truth in ${score.held} of ${score.ranges}; 9 of 10 would be right. Half of them are narrower than ${score.width.toFixed(1)} orders of magnitude.`
}

function Truth({ told, kind, onNext }: { told: Estimate; kind: FigureKind; onNext: () => void }) {
  const width = widthOf(told).toFixed(1)
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-2 figures">
      <span>
        <strong>{formatFigure(kind, told.value)}</strong>.{' '}
        {holds(told)
          ? `Your range held it, ${width} orders of magnitude wide.`
          : `Your range missed it by ${missOf(told).toFixed(1)} orders of magnitude.`}
      </span>
      <button type="button" className="button button-small" ref={(button) => button?.focus()} onClick={onNext}>
        Next
      </button>
    </p>
  )
}

const unitWords: Record<FigureKind, string> = {
  rate: 'a second, or say “a day”',
  bandwidth: 'bytes a second: “5 GB/s”',
  size: 'bytes: “4 TB”',
  time: 'with its unit: “50 ms”',
  count: '',
  money: 'dollars',
  share: '%',
}

function RangeForm({ figure, onTold }: { figure: AskedFigure; onTold: (told: Estimate) => void }) {
  const id = useId()
  const [problem, setProblem] = useState('')
  const { mutate, isPending } = useSetEstimate()
  const submit = (form: FormData) => {
    const [low, high] = ['low', 'high'].map((name) => readAmount(String(form.get(name) ?? ''), figure.kind))
    if (low == null || high == null)
      return setProblem(`Write two amounts, such as 10 million; ${unitWords[figure.kind] || 'a number each'}.`)
    if (low > high) return setProblem('The upper end is below the lower one.')
    setProblem('')
    mutate({ id: newId(), body: { figure: figure.figure, low, high, at: pressTime() } }, { onSuccess: onTold })
  }
  return (
    <form
      className="flex flex-wrap items-center gap-x-3 gap-y-2"
      onSubmit={(event) => {
        event.preventDefault()
        submit(new FormData(event.currentTarget))
      }}
    >
      <label htmlFor={`${id}-low`}>From</label>
      <input id={`${id}-low`} name="low" className="input input-small w-32 figures" autoComplete="off" maxLength={40} />
      <label htmlFor={`${id}-high`}>to</label>
      <input
        id={`${id}-high`}
        name="high"
        className="input input-small w-32 figures"
        autoComplete="off"
        maxLength={40}
        aria-describedby={problem ? `${id}-problem` : undefined}
      />
      <span className="quiet small">{[figure.of, unitWords[figure.kind]].filter(Boolean).join(', ')}</span>
      <button type="submit" className="button button-small" disabled={isPending}>
        Check
      </button>
      {problem && (
        <span id={`${id}-problem`} role="alert" className="small w-full text-error">
          {problem}
        </span>
      )}
    </form>
  )
}
