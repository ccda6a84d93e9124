'use client'

import { useId, useState } from 'react'
import { ordersOff, shortNumber } from '#lib/numbers/short-number.ts'
import type { Chain } from '#lib/numbers/chain.ts'
import { readAmount } from '#lib/numbers/read-amount.ts'

/** Estimates in steps: one guesses, sees the sum, and goes on from there. */
export function Chains({ chains }: { chains: Chain[] }) {
  const [at, setAt] = useState(0)
  const id = useId()
  const chain = chains[at]
  if (!chain) return null
  return (
    <div className="max-w-[40rem]">
      <p className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-2">
        <label className="small quiet" htmlFor={id}>
          System
        </label>
        <select
          id={id}
          className="input input-small"
          value={at}
          onChange={(event) => setAt(Number(event.target.value))}
        >
          {chains.map(({ title }, index) => (
            <option key={title} value={index}>
              {title}
            </option>
          ))}
        </select>
      </p>
      <Steps key={chain.id} chain={chain} />
    </div>
  )
}

function Steps({ chain }: { chain: Chain }) {
  const [guesses, setGuesses] = useState<number[]>([])
  const step = chain.steps[guesses.length]
  const off = guesses.map((guess, index) => ordersOff(guess, chain.steps[index]?.value ?? guess))
  return (
    <div aria-live="polite">
      <p className="prose mb-3">{chain.given}</p>
      <ol className="chain-steps">
        {guesses.map((guess, index) => {
          const { ask, unit, value, sum } = chain.steps[index]!
          return (
            <li key={ask}>
              <span>{ask}</span>
              <span className="figures">
                {sum} = <strong>{shortNumber(value)}</strong> {unit}
              </span>
              <small className="quiet figures">
                you said {shortNumber(guess)}: {verdict(off[index] ?? 0)}
              </small>
            </li>
          )
        })}
      </ol>
      {step ? (
        <Guess key={step.ask} ask={step.ask} unit={step.unit} onGuess={(guess) => setGuesses([...guesses, guess])} />
      ) : (
        <p className="mt-3 flex flex-wrap items-center gap-4">
          <span className="figures">
            {off.filter((each) => each <= 0.5).length} of {off.length} within a factor of three.
          </span>
          <button type="button" className="button button-small" onClick={() => setGuesses([])}>
            Again
          </button>
          <a className="small" href={`/questions/${chain.id}`}>
            The question
          </a>
        </p>
      )}
    </div>
  )
}

function Guess({ ask, unit, onGuess }: { ask: string; unit: string; onGuess: (guess: number) => void }) {
  const id = useId()
  const [problem, setProblem] = useState('')
  return (
    <form
      className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2"
      onSubmit={(event) => {
        event.preventDefault()
        const guess = readAmount(String(new FormData(event.currentTarget).get('guess') ?? ''))
        if (guess === null) setProblem('Write a number, such as 23,000, 2 billion or 4e6.')
        else onGuess(guess)
      }}
    >
      <label htmlFor={id}>{ask}</label>
      <input
        id={id}
        name="guess"
        className="input input-small w-40 figures"
        autoComplete="off"
        maxLength={40}
        aria-describedby={problem ? `${id}-problem` : undefined}
      />
      <span className="quiet">{unit}</span>
      <button type="submit" className="button button-small">
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

function verdict(off: number): string {
  if (off < 0.05) return 'right'
  if (off <= 0.5) return 'within a factor of three'
  return off < 1 ? 'less than ten times off' : `${off.toFixed(1)} orders of magnitude off`
}
