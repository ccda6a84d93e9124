import type { Place, ReadingDetail } from '#lib/api/catalogue.ts'

/** Where the reading is listed, under which title, and what stands beside it there. */
export function Places({ reading }: { reading: ReadingDetail }) {
  return (
    <section aria-labelledby="places" className="lg:col-span-2">
      <h2 id="places" className="mb-2">
        {reading.places.length === 1 ? 'Where it is listed' : `Where it is listed, ${reading.places.length} times`}
      </h2>
      {reading.places.map((place, index) => (
        <PlaceLine key={index} place={place} />
      ))}
    </section>
  )
}

function PlaceLine({ place }: { place: Place }) {
  const topic = place.topics.at(-1)
  const href = topic ? `/catalogue/${place.section.id}/${topic.slug}` : `/catalogue/${place.section.id}`
  return (
    <div className="border-t border-hairline py-4">
      <p>
        <a href={href}>{[place.section.title, ...place.topics.map((step) => step.title)].join(' / ')}</a>{' '}
        <span className="quiet small figures">
          {place.index} of {place.of}
          {place.seedOrder !== null && `, no. ${place.seedOrder} of the July 2018 edition`}
        </span>
      </p>
      <p className="small quiet">
        {place.introduction ? 'Introduces the topic, listed as' : 'Listed as'} “{place.title}”
      </p>
      <ul className="mt-3 grid gap-x-10 gap-y-2 sm:grid-cols-2">
        {(['previous', 'next'] as const).map((side) => {
          const neighbour = place[side]
          return (
            neighbour && (
              <li key={side}>
                <span className="small quiet block">{side === 'previous' ? 'Before it' : 'After it'}</span>
                <a href={`/readings/${neighbour.id}`} className="font-serif text-lg no-underline hover:underline">
                  {neighbour.title}
                </a>
              </li>
            )
          )
        })}
      </ul>
    </div>
  )
}
