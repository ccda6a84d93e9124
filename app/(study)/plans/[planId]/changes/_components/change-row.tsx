import { minutesInWords } from '#lib/format.ts'
import { fieldInWords } from '#lib/sharing/change-words.ts'
import type { OfferedChange } from '#lib/sharing/fork-offer.ts'

const verbs: Record<OfferedChange['kind'], string> = {
  added: 'Added',
  removed: 'Removed',
  edited: 'Changed',
  moved: 'Moved',
  phase: 'Phase changed',
}

interface ChangeRowProps {
  change: OfferedChange
  choice: 'take' | 'leave' | null
  onChoose: (choice: 'take' | 'leave') => void
}

/** One difference: what it is, before and after, and the two choices. */
export function ChangeRow({ change, choice, onChoose }: ChangeRowProps) {
  return (
    <li className="change">
      <p>
        <span className="small quiet">{verbs[change.kind]}</span>
        <br />
        <span className="font-serif text-lg">{change.title}</span>
      </p>
      <Details change={change} />
      <fieldset className="change-choice flex gap-4">
        <legend className="sr-only">{change.title}</legend>
        {(['take', 'leave'] as const).map((one) => (
          <label key={one} className="flex min-h-8 items-center gap-2">
            <input
              type="radio"
              name={change.key}
              className="accent-[var(--accent)]"
              checked={choice === one}
              onChange={() => onChoose(one)}
            />
            {one === 'take' ? 'Take' : 'Leave'}
          </label>
        ))}
      </fieldset>
    </li>
  )
}

function Details({ change }: { change: OfferedChange }) {
  switch (change.kind) {
    case 'added':
      return (
        <p className="small quiet">
          {[change.item.kind, change.item.tier, minutesInWords(change.item.minutes), change.phaseTitle ?? '']
            .filter(Boolean)
            .join(' · ')}
          {change.item.reason && <i className="block">{change.item.reason}</i>}
        </p>
      )
    case 'removed':
      return change.edited ? <p className="small quiet">You have changed it in your copy.</p> : null
    case 'moved':
      return (
        <p className="small quiet">
          {change.after === null ? 'to the front' : `behind “${change.after}”`}
          {change.phaseTitle && ` in ${change.phaseTitle}`}
        </p>
      )
    case 'edited':
      return (
        <ul>
          {change.fields.map(fieldInWords).map(({ name, before, after, own }) => (
            <li key={name}>
              <span className="small quiet">{name}</span> <del>{before}</del> <ins>{after}</ins>
              {own !== null && (
                <span className="small block text-amber">In your copy: {own}. Taking overwrites it.</span>
              )}
            </li>
          ))}
        </ul>
      )
    case 'phase':
      return (
        <ul>
          {(['title', 'goal'] as const)
            .filter((field) => change.before[field] !== change.after[field])
            .map((field) => (
              <li key={field}>
                <span className="small quiet">{field === 'title' ? 'Title' : 'Goal'}</span>{' '}
                <del>{change.before[field] || 'none'}</del> <ins>{change.after[field] || 'none'}</ins>
              </li>
            ))}
        </ul>
      )
  }
}
