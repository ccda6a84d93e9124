import { AsTable } from '#components/ui/as-table.tsx'
import { formatFigure } from '#lib/numbers/format-figure.ts'
import { decadesOf, placeDots, type SourcedFigure, ticksOf } from '#lib/numbers/sourced-figure.ts'
import type { FigureKind } from '#lib/numbers/units.ts'

const width = 440
const edge = 16
const step = 8

interface FigureAxisProps {
  kind: FigureKind
  title: string
  figures: SourcedFigure[]
}

/** The figures of one kind on a logarithmic axis, dots that pile up where many stand; and all of them as a table. */
export function FigureAxis({ kind, title, figures: all }: FigureAxisProps) {
  const figures = all.filter(({ value }) => value > 0).toSorted((a, b) => a.value - b.value)
  if (figures.length === 0) return null
  const values = figures.map(({ value }) => value)
  const [low, high] = decadesOf(values)
  const places = placeDots(values, step / (width - 2 * edge))
  const most = Math.max(...places.map(({ level }) => level))
  // Where very many stand on one spot, they stand closer.
  const rise = Math.min(step, 96 / Math.max(1, most))
  const base = 12 + rise * most
  const x = (share: number) => edge + share * (width - 2 * edge)
  const ticks = ticksOf(kind, low, high)
  const own = figures.filter(({ isOwn }) => isOwn).length
  return (
    <section aria-labelledby={kind} className="figure-kind">
      <h3 id={kind} className="font-serif text-lg">
        {title} <span className="quiet small figures font-sans font-normal">{countOf(figures.length, own)}</span>
      </h3>
      <svg
        className="figure figure-numbers"
        viewBox={`0 0 ${width} ${base + 30}`}
        role="img"
        aria-label={`${title} from ${formatFigure(kind, values[0]!)} to ${formatFigure(kind, values.at(-1)!)}`}
      >
        <line className="axis" x1={x(0)} x2={x(1)} y1={base + 8} y2={base + 8} />
        {ticks.map(({ at, label }, index) => (
          <g key={at}>
            <line className="tick" x1={x(at)} x2={x(at)} y1={base + 8} y2={base + 13} />
            <text x={x(at)} y={base + 26} textAnchor={anchor(index, ticks.length - 1)}>
              {label}
            </text>
          </g>
        ))}
        {figures.map((figure, index) => (
          <circle
            key={index}
            className={figure.isOwn ? 'own' : 'shipped'}
            cx={x(places[index]!.x)}
            cy={base - places[index]!.level * rise}
            r="3.2"
          >
            <title>{`${figure.text}: ${figure.system}`}</title>
          </circle>
        ))}
      </svg>
      <AsTable
        caption={title}
        head={['Figure', 'Is', 'System', 'Year', 'From']}
        rows={figures.map(({ text, value, system, year, href, isOwn }, index) => [
          text,
          formatFigure(kind, value),
          <a key={index} href={href}>
            {system}
          </a>,
          year ?? '–',
          isOwn ? 'your card' : 'question',
        ])}
      />
    </section>
  )
}

function anchor(decade: number, last: number): 'start' | 'middle' | 'end' {
  return decade === 0 ? 'start' : decade === last ? 'end' : 'middle'
}

function countOf(all: number, own: number): string {
  return own === 0
    ? `${all}, from questions`
    : own === all
      ? `${all}, from your cards`
      : `${all}, ${own} from your cards`
}
