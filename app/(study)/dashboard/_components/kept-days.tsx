import { shortDay } from '#lib/planning/words.ts'
import type { Adherence, DayState } from '#lib/study/adherence.ts'
import { dayLabel } from '#lib/study/chart-words.ts'
import { AsTable } from '#components/ui/as-table.tsx'

const words: Record<DayState, string> = {
  kept: 'kept',
  missed: 'missed',
  open: 'planned for today',
  extra: 'studied on top',
  rest: 'rest',
}
const size = 22
const gap = 4
const pitch = size + gap

/** Planned study days of four weeks, a row a week: kept, missed, on top, and rest, which breaks nothing. */
export function KeptDays({ kept: { planned, kept, extra, days } }: { kept: Adherence }) {
  const rows = Math.ceil(days.length / 7)
  const sentence =
    planned === 0
      ? `${extra} of ${days.length} days studied`
      : `${kept} of ${planned} planned days kept${extra > 0 ? `, and ${extra} on top` : ''}`
  return (
    <>
      <p className="mb-3">
        <span className="figures font-serif text-2xl">{planned === 0 ? extra : kept}</span>{' '}
        <span className="quiet">
          {planned === 0
            ? `of the last ${days.length} days had study. A plan says which days are yours; the others are rest.`
            : `of ${planned} planned days kept in four weeks${extra > 0 ? `, and ${extra} on top` : ''}. Rest days break nothing.`}
        </span>
      </p>
      <svg
        className="figure max-w-[15.5rem]"
        viewBox={`0 0 ${7 * pitch + 62} ${rows * pitch}`}
        role="img"
        aria-label={sentence}
      >
        {days.map(({ day, state }, index) => (
          <Square key={day} state={state} x={(index % 7) * pitch + 1} y={Math.floor(index / 7) * pitch + 1} />
        ))}
        {Array.from({ length: rows }, (_, row) => (
          <text key={row} x={7 * pitch + 6} y={row * pitch + 16}>
            {row === rows - 1 ? 'to today' : `to ${dayLabel(days[row * 7 + 6]?.day ?? '')}`}
          </text>
        ))}
      </svg>
      <AsTable
        caption="Study days of four weeks"
        head={['Day', 'Was']}
        rows={days.map(({ day, state }) => [shortDay(day), words[state]])}
      />
    </>
  )
}

function Square({ state, x, y }: { state: DayState; x: number; y: number }) {
  const inner = size - 2
  if (state === 'rest') return <circle className="rest" cx={x + inner / 2} cy={y + inner / 2} r="2.5" />
  if (state === 'kept') return <rect className="done" x={x} y={y} width={inner} height={inner} />
  if (state === 'extra') return <circle className="done" cx={x + inner / 2} cy={y + inner / 2} r={inner / 2 - 3} />
  return (
    <>
      <rect
        className="planned"
        x={x}
        y={y}
        width={inner}
        height={inner}
        strokeDasharray={state === 'open' ? '3 2' : undefined}
      />
      {state === 'missed' && <path className="missed" d={`M${x + 6} ${y + inner - 6}L${x + inner - 6} ${y + 6}`} />}
    </>
  )
}
