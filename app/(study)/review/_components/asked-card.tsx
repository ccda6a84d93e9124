'use client'

import { useState } from 'react'
import { useHydrated } from '#hooks/use-hydrated.ts'
import type { ReviewCard } from '#lib/api/reviews.ts'
import { confidences, grades } from '#lib/reviews/card.ts'
import type { ReviewGrade } from '#lib/reviews/memory.ts'
import { dayInWords } from '#lib/format.ts'

interface AskedCardProps {
  card: ReviewCard
  onGrade: (confidence: number, grade: ReviewGrade) => void
  /** Not the first of the page: what reads the page out goes on here. */
  takesFocus: boolean
}

/** One card: the question side, and the answer once the person has said how sure they are. */
export function AskedCard({ card, onGrade, takesFocus }: AskedCardProps) {
  const [confidence, setConfidence] = useState<number | null>(null)
  const isReady = useHydrated()
  return (
    <article className="case-card asked-card">
      <header>
        <h2 tabIndex={-1} ref={takesFocus && confidence === null ? focus : undefined}>
          {card.title}
        </h2>
        <p className="small quiet shrink-0 figures">
          {card.lastOn === null ? 'new' : `last on ${dayInWords(card.lastOn).replace(/ \d{4}$/, '')}`}
        </p>
      </header>
      <p className="asked-question">{card.ask || 'What is on your card?'}</p>
      {confidence === null ? (
        <fieldset className="asked-choice">
          <legend>Say the answer to yourself. How sure are you?</legend>
          <div className="asked-buttons asked-five">
            {confidences.map((name, index) => (
              <button
                key={name}
                type="button"
                className="button"
                disabled={!isReady}
                data-review-key={`${index + 1}`}
                onClick={() => setConfidence(index + 1)}
              >
                <kbd>{index + 1}</kbd> {name}
              </button>
            ))}
          </div>
        </fieldset>
      ) : (
        <>
          <dl tabIndex={-1} ref={focus} aria-label="Answer">
            {card.answer.map(({ name, text }) => (
              <div key={name} className="case-line">
                <dt>{name}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
          <fieldset className="asked-choice">
            <legend>
              You were {(confidences[confidence - 1] ?? '').toLowerCase().replace(/^a guess$/, 'guessing')}. How did it
              go?
            </legend>
            <div className="asked-buttons asked-four">
              {grades.map(({ grade, name, says }) => (
                <button
                  key={name}
                  type="button"
                  className="button"
                  data-review-key={`${grade}`}
                  onClick={(event) => event.detail < 2 && onGrade(confidence, grade)}
                >
                  <span>
                    <kbd>{grade}</kbd> {name}
                  </span>
                  <small>{says}</small>
                </button>
              ))}
            </div>
            <p className="small quiet mt-3">
              <a href={card.href}>{card.kind === 'reading' ? 'Its note and card' : 'The question'}</a>
            </p>
          </fieldset>
        </>
      )}
    </article>
  )
}

function focus(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true })
}
