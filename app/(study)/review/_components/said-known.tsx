import { AsTable } from '#components/ui/as-table.tsx'
import { counted } from '#lib/format.ts'
import { surestAndWrong, type TopicCalibration } from '#lib/reviews/calibration.ts'

const width = 400
const row = 40
const edge = 16
const top = 22
/** Right of it stand the counts. */
const right = 34
const x = (share: number) => edge + share * (width - edge - right)
const whole = (share: number) => Math.round(share * 100)

/** How sure a person was against what they recalled, a line a topic: a ring for what was said, a dot for what was known. */
export function SaidKnown({ topics }: { topics: TopicCalibration[] }) {
  if (topics.length === 0) return null
  const worst = surestAndWrong(topics)
  const reviews = topics.reduce((sum, topic) => sum + topic.reviews, 0)
  return (
    <section aria-labelledby="said-known" className="mt-12 max-w-[28rem]">
      <h2 id="said-known" className="mb-1 text-lg">
        Said against known
      </h2>
      <p className="quiet mb-4 max-w-measure">
        {worst.length > 0
          ? `You are surest and wrong in ${inWords(worst.map(({ topic, said, known }) => `${topic} (said ${whole(said)} %, known ${whole(known)} %)`))}.`
          : 'In no topic are you clearly more sure than right.'}{' '}
        From {counted(reviews, 'review')}.
      </p>
      <svg
        className="figure figure-said"
        viewBox={`0 0 ${width} ${top + topics.length * row + 6}`}
        role="img"
        aria-label={`Confidence against recall in ${counted(topics.length, 'topic')}`}
      >
        {[0, 0.5, 1].map((share) => (
          <g key={share}>
            <line className="axis" x1={x(share)} x2={x(share)} y1={top - 6} y2={top + topics.length * row} />
            <text x={x(share)} y={12} textAnchor="middle">
              {whole(share)} %
            </text>
          </g>
        ))}
        {topics.map(({ topic, said, known, reviews: count }, index) => {
          const y = top + index * row + 30
          return (
            <g key={topic}>
              <text x={0} y={y - 11} className="name">
                {short(topic)}
              </text>
              <line className="axis" x1={x(0)} x2={x(1)} y1={y} y2={y} />
              <line className={said > known ? 'over' : 'under'} x1={x(said)} x2={x(known)} y1={y} y2={y} />
              <circle className="known" cx={x(known)} cy={y} r="5" />
              <circle className="said" cx={x(said)} cy={y} r="5" />
              {index === 0 && <Labels said={said} known={known} y={y} />}
              <text x={width} y={y - 11} textAnchor="end">
                {index === 0 ? counted(count, 'review') : count}
              </text>
            </g>
          )
        })}
      </svg>
      <AsTable
        caption="Confidence against recall by topic"
        head={['Topic', 'Said', 'Known', 'Reviews']}
        rows={topics.map(({ topic, said, known, reviews: count }) => [
          topic,
          `${whole(said)} %`,
          `${whole(known)} %`,
          count,
        ])}
      />
    </section>
  )
}

/** The first line says what ring and dot are. */
function Labels({ said, known, y }: { said: number; known: number; y: number }) {
  const [saidEnd, knownEnd] = said < known ? (['end', 'start'] as const) : (['start', 'end'] as const)
  const away = (end: 'start' | 'end') => (end === 'start' ? 9 : -9)
  return (
    <>
      <text x={x(said) + away(saidEnd)} y={y + 4} textAnchor={saidEnd}>
        said
      </text>
      <text x={x(known) + away(knownEnd)} y={y + 4} textAnchor={knownEnd}>
        known
      </text>
    </>
  )
}

function short(topic: string): string {
  return topic.length <= 40 ? topic : `${topic.slice(0, 39).trimEnd()}…`
}

function inWords(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
