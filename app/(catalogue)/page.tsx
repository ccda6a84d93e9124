import type { Metadata } from 'next'
import { publicMetadata } from '#app/_server/public-metadata.ts'
import { PaintMarks, ReadingRows } from '#components/catalogue/reading-rows.tsx'
import { SearchBox } from '#components/layout/search-box.tsx'
import { listReadingRows, listSections } from '#db/queries/catalogue/catalogue.ts'
import { type Situation, situations } from '#lib/catalogue/situations.ts'
import { counted } from '#lib/format.ts'

export async function generateMetadata(): Promise<Metadata> {
  return publicMetadata('/')
}

export default async function HomePage() {
  const sections = await listSections()
  const total = (await listReadingRows(situations.flatMap((situation) => situation.first))).map(
    (row) => [row.id, row] as const,
  )
  const rows = new Map(total)
  const titles = new Map(sections.map((section) => [section.id, section]))
  return (
    <>
      <div className="grid gap-x-16 gap-y-6 lg:grid-cols-[1fr_22rem]">
        <div>
          <h1 className="max-w-[22ch]">How large systems scale, told by the people who run them</h1>
          <p className="prose mt-4 text-quiet">
            1,063 readings by the engineers of Netflix, Uber, LinkedIn and others. Find the three that help today, or
            plan the weeks until your interview.
          </p>
        </div>
        <SearchBox large className="self-end" />
      </div>
      <div className="mt-12 grid gap-x-16 gap-y-14 lg:grid-cols-2">
        {situations.map((situation) => (
          <SituationPart
            key={situation.id}
            situation={situation}
            rows={situation.first.flatMap((id) => rows.get(id) ?? [])}
            counts={titles}
          />
        ))}
      </div>
      <PaintMarks />
    </>
  )
}

function SituationPart({
  situation,
  rows,
  counts,
}: {
  situation: Situation
  rows: Awaited<ReturnType<typeof listReadingRows>>
  counts: Map<string, { title: string; readings: number }>
}) {
  return (
    <section aria-labelledby={situation.id} className="border-t-2 border-ink pt-4">
      <h2 id={situation.id} className="text-2xl">
        {situation.title}
      </h2>
      <p className="mt-1 max-w-[60ch] text-quiet">{situation.advice}</p>
      <ul className="mt-3 flex flex-wrap gap-x-6 gap-y-1">
        {situation.ways.map((way) => (
          <li key={way.section} className="figures">
            <a href={`/catalogue/${way.section}`} className="inline-block py-0.5 font-[560]">
              {counts.get(way.section)?.title}
            </a>{' '}
            <span className="small quiet">
              {counts.get(way.section)?.readings}, {way.when}
            </span>
          </li>
        ))}
      </ul>
      <h3 className="eyebrow mt-5 mb-1 font-sans font-normal">Begin with these {counted(rows.length, 'reading')}</h3>
      <ReadingRows rows={rows} />
      <p className="mt-3 small">
        <a href={`/plans/new?template=${situation.plan}`}>Start a plan with dates</a>
      </p>
    </section>
  )
}
