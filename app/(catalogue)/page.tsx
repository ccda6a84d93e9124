import type { Metadata } from 'next'
import { publicMetadata } from '#app/_server/public-metadata.ts'
import { PaintMarks } from '#components/catalogue/reading-rows.tsx'
import { SearchBox } from '#components/layout/search-box.tsx'
import { listReadingRows, listSections } from '#db/queries/catalogue/catalogue.ts'
import { listMapSections } from '#db/queries/catalogue/catalogue-map.ts'
import { listOrganisations } from '#db/queries/catalogue/organisations.ts'
import { listTemplateEntries, listTemplates, type TemplateEntry } from '#db/queries/planning/templates.ts'
import { countReadings } from '#lib/catalogue/map-layout.ts'
import { situations } from '#lib/catalogue/situations.ts'
import { HomePicture } from './_components/home-picture.tsx'
import { HomeToday } from './_components/home-today.tsx'
import { InterviewDate } from './_components/interview-date.tsx'
import { SituationPart } from './_components/situation-part.tsx'
import { WhatYouGet } from './_components/what-you-get.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return publicMetadata('/')
}

export default async function HomePage() {
  const [sections, mapSections, organisations, templates] = await Promise.all([
    listSections(),
    listMapSections(),
    listOrganisations(),
    listTemplates(),
  ])
  const entries = new Map<string, TemplateEntry[]>()
  for (const template of templates) entries.set(template.id, await listTemplateEntries(template))
  const rows = new Map(
    (await listReadingRows(situations.flatMap((situation) => situation.first))).map((row) => [row.id, row]),
  )
  /** Why a reading stands in the situation's plan, or else in any. */
  const reasonOf = (id: string, plan: string) =>
    [...(entries.get(plan) ?? []), ...[...entries.values()].flat()].find(
      ({ readingId, reason }) => readingId === id && reason !== '',
    )?.reason ?? ''
  const total = countReadings(mapSections)
  return (
    <>
      <HomeToday />
      <div className="home">
        <div>
          <h1>How large systems scale, told by the people who run them</h1>
          <p className="prose mt-4 text-quiet">
            {total.toLocaleString('en')} readings by engineers at Netflix, Uber, LinkedIn and {organisations.length - 3}{' '}
            other organisations, and a place to study them: a plan that fits your interview date, notes and case cards,
            a team. Reading needs no account.
          </p>
          <SearchBox large className="mt-5 max-w-[34rem]" />
          <h2 className="eyebrow mt-7 mb-1 font-sans font-normal">What brings you here?</h2>
          <div className="situations">
            {situations.map((situation) => (
              <SituationPart
                key={situation.id}
                situation={situation}
                sections={sections}
                rows={situation.first.flatMap((id) => {
                  const row = rows.get(id)
                  return row ? [{ ...row, reason: reasonOf(id, situation.plan) }] : []
                })}
              />
            ))}
          </div>
          <InterviewDate />
        </div>
        <HomePicture entries={entries.get('system-design-interview-4-weeks') ?? []} />
      </div>
      <WhatYouGet total={total} organisations={organisations.length} plans={templates.length} />
      <PaintMarks />
    </>
  )
}
