import type { Destination } from '#hooks/use-own-readings.ts'

/** A list or plan to choose. */
export interface Named {
  id: string
  title: string
}

const simple: [Extract<Destination, { kind: 'keep' | 'queued' | 'done' }>['kind'], string][] = [
  ['queued', 'Queue it'],
  ['done', 'Mark it done'],
  ['keep', 'Only keep it'],
]

/** Where a reading goes: the queue, a list, a plan, or what is done. */
export function DestinationField({
  value,
  plans,
  lists,
  onChange,
}: {
  value: Destination
  plans: Named[]
  lists: Named[]
  onChange: (destination: Destination) => void
}) {
  return (
    <fieldset>
      <legend className="label mb-1">What becomes of it</legend>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-1">
        {simple.map(([kind, name]) => (
          <label key={kind} className="flex min-h-8 items-center gap-2">
            <input
              type="radio"
              name="destination"
              checked={value.kind === kind}
              onChange={() => onChange({ kind })}
              className="accent-(--accent)"
            />
            {name}
          </label>
        ))}
        {lists.length > 0 && (
          <Choice
            name="On a list"
            named={lists}
            chosen={value.kind === 'list' ? value.listId : null}
            onChoose={(listId) => onChange({ kind: 'list', listId })}
          />
        )}
        {plans.length > 0 && (
          <Choice
            name="On a plan"
            named={plans}
            chosen={value.kind === 'plan' ? value.planId : null}
            onChoose={(planId) => onChange({ kind: 'plan', planId })}
          />
        )}
      </div>
    </fieldset>
  )
}

function Choice({
  name,
  named,
  chosen,
  onChoose,
}: {
  name: string
  named: Named[]
  chosen: string | null
  onChoose: (id: string) => void
}) {
  return (
    <span className="flex min-h-8 max-w-full flex-wrap items-center gap-2">
      <label className="flex min-h-8 items-center gap-2">
        <input
          type="radio"
          name="destination"
          checked={chosen !== null}
          onChange={() => onChoose(named[0]?.id ?? '')}
          className="accent-(--accent)"
        />
        {name}
      </label>
      {chosen !== null && named.length > 1 && (
        <select
          className="input input-small max-w-[16rem]"
          aria-label={name}
          value={chosen}
          onChange={(event) => onChoose(event.target.value)}
        >
          {named.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      )}
      {chosen !== null && named.length === 1 && <span className="quiet">{named[0]?.title}</span>}
    </span>
  )
}
