import type { Metadata } from 'next'
import { publicMetadata } from '#app/_server/public-metadata.ts'
import { listMapSections } from '#db/queries/catalogue/catalogue-map.ts'
import { counted } from '#lib/format.ts'
import { countReadings } from '#lib/catalogue/map-layout.ts'
import { coverageScript } from '#lib/marks/coverage.ts'
import { CatalogueMap } from './_components/catalogue-map.tsx'
import { CatalogueTable } from './_components/catalogue-table.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return publicMetadata('/catalogue')
}

export default async function CataloguePage() {
  const sections = await listMapSections()
  const total = countReadings(sections)
  return (
    <>
      <h1>Catalogue</h1>
      <p className="prose mt-2 text-quiet">
        {counted(total, 'reading')} in {sections.length} sections. Each tells how one organisation met one problem. A
        tile is as large as its topic has readings
        <span data-when="signed-out">; the greener it is, the more of them the list still holds</span>
        <span data-when="signed-in">, and fills as you read</span>.
      </p>
      <div className="mt-6">
        <CatalogueMap sections={sections} />
      </div>
      <div className="mt-10 max-w-[46rem]">
        <CatalogueTable sections={sections} />
      </div>
      <script dangerouslySetInnerHTML={{ __html: coverageScript }} suppressHydrationWarning />
    </>
  )
}
