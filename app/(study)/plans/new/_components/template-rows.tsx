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
        <li key={template.id} className="template-row">
          <div>
            <h2 className="text-lg">
              <a href={`/plans/new?template=${template.id}`} className="no-underline hover:underline">
                {template.title}
              </a>
            </h2>
            <p className="max-w-[65ch]">{template.summary}</p>
            <p className="small quiet figures mt-1">{contents(template)}</p>
          </div>
          <dl className="template-figures figures">
            <div>
              <dt>days</dt>
              <dd>{template.days}</dd>
            </div>
            <div>
              <dt>a day</dt>
              <dd>{Math.max(...template.weekdayMinutes)} min</dd>
            </div>
            <div>
              <dt>in all</dt>
              <dd>{Math.round(template.minutes / 60)} h</dd>
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
