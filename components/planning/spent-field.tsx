import { useId } from 'react'

/** What a done item took, in its row: it corrects the person's own speed. Empty shows the minutes planned. */
export function SpentField({
  title,
  planned,
  minutes,
  onSpent,
}: {
  title: string
  planned: number
  minutes: number | null
  onSpent: (minutes: number) => void
}) {
  const id = useId()
  const save = (text: string) => {
    const next = Math.round(Number(text))
    if (text.trim() !== '' && next >= 1 && next <= 6000 && next !== minutes) onSpent(next)
  }
  return (
    <div className="item-took no-print">
      <label htmlFor={id}>
        It took<span className="sr-only"> (minutes): {title}</span>
      </label>
      <input
        key={minutes}
        id={id}
        type="number"
        inputMode="numeric"
        min="1"
        max="6000"
        className="input input-small figures"
        placeholder={`${planned}`}
        defaultValue={minutes ?? ''}
        onBlur={(event) => save(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && save(event.currentTarget.value)}
      />
      min
    </div>
  )
}
