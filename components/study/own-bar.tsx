import { useOpinion, useSetOpinion } from '#hooks/use-opinions.ts'
import { ListPicker } from './list-picker.tsx'
import { MinutesSpent } from './minutes-spent.tsx'
import { TimesThrough } from './times-through.tsx'
import { TimerButton } from './timer-button.tsx'

/** Favourite, rating, lists and minutes of a reading: what only its owner sees. */
export function OwnBar({ readingId }: { readingId: string }) {
  const opinion = useOpinion(readingId)
  const { mutate } = useSetOpinion(readingId)
  const rating = opinion?.rating ?? null
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-1">
      <button
        type="button"
        className="inline-flex min-h-8 items-center gap-1.5"
        aria-pressed={opinion?.favourite ?? false}
        disabled={!opinion}
        onClick={() => mutate({ favourite: !opinion?.favourite })}
      >
        <Star isFilled={opinion?.favourite ?? false} /> Favourite
      </button>
      <div role="group" aria-label="Your rating" className="inline-flex items-center">
        {[1, 2, 3, 4, 5].map((value) => (
          <button
            key={value}
            type="button"
            className="grid size-7 place-items-center"
            aria-label={`Rate ${value} of 5`}
            aria-pressed={rating === value}
            disabled={!opinion}
            onClick={() => mutate({ rating: rating === value ? null : value })}
          >
            <Dot isFilled={rating !== null && value <= rating} />
          </button>
        ))}
        <span className="quiet small figures ml-1">{rating === null ? 'not rated' : `${rating} of 5`}</span>
      </div>
      <ListPicker readingId={readingId} />
      <TimerButton subject={{ readingId }} title="this reading" />
      <MinutesSpent readingId={readingId} />
      <TimesThrough readingId={readingId} />
    </div>
  )
}

function Star({ isFilled }: { isFilled: boolean }) {
  return (
    <svg width="17" height="17" viewBox="0 0 20 20" aria-hidden>
      <path
        d="M10 1.8l2.5 5.3 5.8.8-4.2 4 1 5.8-5.1-2.8-5.1 2.8 1-5.8-4.2-4 5.8-.8z"
        fill={isFilled ? 'var(--accent)' : 'none'}
        stroke={isFilled ? 'var(--accent)' : 'var(--rule)'}
        strokeWidth="1.4"
        strokeLinejoin="round"
      />
    </svg>
  )
}

function Dot({ isFilled }: { isFilled: boolean }) {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden>
      <circle
        cx="7"
        cy="7"
        r="5.2"
        fill={isFilled ? 'var(--accent)' : 'none'}
        stroke={isFilled ? 'var(--accent)' : 'var(--rule)'}
        strokeWidth="1.4"
      />
    </svg>
  )
}
