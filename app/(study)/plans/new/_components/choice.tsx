import { counted, minutesInWords } from '#lib/format.ts'
import type { EnrolContent } from './enrol-state.ts'

interface ChoiceProps {
  content: EnrolContent
  leftOut: ReadonlySet<string>
  onChange: (leftOut: ReadonlySet<string>) => void
}

/** The readings of a new plan, each with a box to leave it out. */
export function Choice({ content, leftOut, onChange }: ChoiceProps) {
  const toggle = (key: string) => {
    const next = new Set(leftOut)
    if (!next.delete(key)) next.add(key)
    onChange(next)
  }
  return (
    <details open={content.entries.length <= 12}>
      <summary className="label">
        {counted(content.entries.length - leftOut.size, 'reading')} of {content.entries.length}
      </summary>
      {content.phases.map((phase, index) => (
        <fieldset key={phase.title} className="mt-3">
          <legend className="small quiet">{phase.title}</legend>
          <ul className="items">
            {content.entries
              .filter((entry) => entry.phase === index)
              .map((entry) => (
                <li key={entry.key} className="border-b border-hairline">
                  <label className="flex items-baseline gap-3 py-1.5">
                    <input
                      type="checkbox"
                      className="size-4 translate-y-0.5 accent-(--accent)"
                      checked={!leftOut.has(entry.key)}
                      onChange={() => toggle(entry.key)}
                    />
                    <span className="grow font-serif">{entry.title}</span>
                    <span className="small quiet figures whitespace-nowrap">{minutesInWords(entry.minutes)}</span>
                  </label>
                </li>
              ))}
          </ul>
        </fieldset>
      ))}
    </details>
  )
}
