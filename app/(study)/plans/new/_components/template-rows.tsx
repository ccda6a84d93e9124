import type { TemplateSummary } from '#lib/api/plan-answers.ts'
import { counted } from '#lib/format.ts'
import { itemKinds, type ItemKind } from '#lib/planning/types.ts'

const nouns: Record<ItemKind, [string, string]> = {
  read: ['reading', 'readings'],
  drill: ['drill', 'drills'],
  mock: ['mock interview', 'mock interviews'],
  card: ['card', 'cards'],
  review: ['review', 'reviews'],
  buffer: ['buffer', 'buffers'],
  task: ['task', 'tasks'],
}

/** The curated plans, shortest first, each with what is in it. */
export function TemplateRows({ templates }: { templates: TemplateSummary[] }) {
  return (
    <ul className="items">
      {templates.map((template) => (
        <li
          key={template.id}
          className="grid gap-x-12 gap-y-3 border-b border-hairline py-5 md:grid-cols-[minmax(0,1fr)_18rem]"
        >
          <div>
            <h2 className="text-lg">
              <a href={`/plans/new?template=${template.id}`} className="no-underline hover:underline">
                {template.title}
              </a>
            </h2>
            <p className="max-w-[65ch]">{template.summary}</p>
            <p className="small quiet figures mt-1">{contents(template)}</p>
          </div>
          <dl className="figures grid grid-cols-[repeat(3,auto)] justify-start gap-8 md:grid-cols-[3rem_1fr_1fr] md:gap-4 md:self-start md:pt-1">
            <div>
              <dt className="quiet-line">days</dt>
              <dd className="text-step-1 whitespace-nowrap">{template.days}</dd>
            </div>
            <div>
              <dt className="quiet-line">a day</dt>
              <dd className="text-step-1 whitespace-nowrap">{Math.max(...template.weekdayMinutes)} min</dd>
            </div>
            <div>
              <dt className="quiet-line">in all</dt>
              <dd className="text-step-1 whitespace-nowrap">{Math.round(template.minutes / 60)} h</dd>
            </div>
          </dl>
        </li>
      ))}
    </ul>
  )
}

function contents({ kinds }: TemplateSummary): string {
  return itemKinds
    .filter((kind) => kinds[kind] > 0)
    .toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
    .map((kind) => counted(kinds[kind], ...nouns[kind]))
    .join(' · ')
}

const order: ItemKind[] = ['read', 'drill', 'mock', 'card', 'task', 'review', 'buffer']
