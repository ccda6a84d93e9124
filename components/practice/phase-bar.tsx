import { clockInDigits } from '#lib/practice/clock.ts'
import { type MockState, phases, secondsLeft } from '#lib/practice/mock.ts'

/** The six phases of a mock, the present one with the minutes that are left of it. */
export function PhaseBar({ mock, seconds }: { mock: MockState; seconds: number }) {
  const at = phases.findIndex(({ id }) => id === mock.phase)
  const left = secondsLeft(mock, seconds)
  return (
    <ol className="phase-bar" aria-label="Phases">
      {phases.map(({ id, name, minutes }, index) => (
        <li key={id} aria-current={index === at ? 'step' : undefined} data-phase={index < at ? 'over' : undefined}>
          <span>{name}</span>
          <small className="figures">
            {index !== at
              ? `${minutes} min`
              : left >= 0
                ? `${clockInDigits(left)} left`
                : `${clockInDigits(-left)} over`}
          </small>
        </li>
      ))}
    </ol>
  )
}
