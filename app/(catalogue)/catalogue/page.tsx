import type { Metadata } from 'next'
import { countByTopic, listSections, listTopics } from '#db/queries/catalogue.ts'
import { counted, minutesInWords } from '#lib/format.ts'

export const metadata: Metadata = { title: 'Catalogue' }

export default async function CataloguePage() {
  const [sections, topics, counts] = await Promise.all([listSections(), listTopics(), countByTopic()])
  return (
    <>
      <h1>Catalogue</h1>
      <p className="prose mt-2 text-quiet">
        {counted(1066, 'reading')} in {sections.length} sections. Each tells how one organisation met one problem.
      </p>
      <div className="mt-8">
        {sections.map((section) => (
          <section
            key={section.id}
            aria-labelledby={section.id}
            className="grid gap-x-10 gap-y-2 border-t border-hairline py-5 md:grid-cols-[14rem_1fr]"
          >
            <div>
              <h2 id={section.id}>
                <a href={`/catalogue/${section.id}`} className="no-underline hover:underline">
                  {section.title}
                </a>
              </h2>
              <p className="small quiet figures">
                {counted(section.readings, 'reading')} · {minutesInWords(section.minutes)}
              </p>
            </div>
            <ul className="gap-x-10 sm:columns-2">
              {topics
                .filter((topic) => topic.sectionId === section.id && topic.depth === 1)
                .map((topic) => (
                  <li key={topic.id} className="flex break-inside-avoid justify-between gap-3 py-1">
                    <a href={`/catalogue/${topic.id}`} className="no-underline hover:underline">
                      {topic.title}
                    </a>
                    <span className="quiet figures small pt-0.5">{countBelow(topic.id)}</span>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  )

  function countBelow(id: string): number {
    const below = topics.filter((topic) => topic.parentId === id)
    return (counts.get(id) ?? 0) + below.reduce((sum, topic) => sum + countBelow(topic.id), 0)
  }
}
