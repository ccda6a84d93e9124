import { ReadingRows } from '#components/catalogue/reading-rows.tsx'
import type { ReadingRow } from '#lib/catalogue/reading-row.ts'
import type { Situation } from '#lib/catalogue/situations.ts'

interface SituationPartProps {
  situation: Situation
  /** The readings to begin with, each with its reason. */
  rows: ReadingRow[]
  sections: { id: string; title: string; readings: number }[]
}

/** A situation as a line; it opens to the sections that answer it and three readings to begin with. */
export function SituationPart({
  situation: { id, title, sums, advice, ways, plan },
  rows,
  sections,
}: SituationPartProps) {
  return (
    <details name="situation" className="situation">
      <summary>
        <h3>{title}</h3>
        <span className="quiet">{sums}</span>
      </summary>
      {/* The address of the situation is inside: going to it opens the line. */}
      <div id={id} className="scroll-mt-16 pb-6">
        <p className="max-w-[60ch] text-quiet">{advice}</p>
        <ul className="mt-2 flex flex-wrap gap-x-6 gap-y-1">
          {ways.map(({ section, when }) => {
            const { title: name, readings } = sections.find((one) => one.id === section) ?? {
              title: section,
              readings: 0,
            }
            return (
              <li key={section} className="figures">
                <a href={`/catalogue/${section}`} className="inline-block py-0.5 font-[560]">
                  {name}
                </a>{' '}
                <span className="small quiet">
                  {readings}, {when}
                </span>
              </li>
            )
          })}
        </ul>
        <h4 className="eyebrow mt-4 mb-1">Begin with these three</h4>
        <ReadingRows rows={rows} label={`To begin with: ${title}`} />
        <p className="mt-3 small">
          <a
            href={id === 'interview' ? '#interview-date' : `/plans/new?template=${plan}`}
            className="inline-block py-0.5"
          >
            {id === 'interview' ? 'Find the plan that fits your date' : 'Make it a plan with dates'}
          </a>
        </p>
      </div>
    </details>
  )
}
