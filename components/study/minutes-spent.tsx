import { useMark, useSetMark } from '#hooks/use-marks.ts'

/** Minutes that a done reading really took: they correct the person's own speed, and so all estimates. */
export function MinutesSpent({ readingId }: { readingId: string }) {
  const mark = useMark(readingId)
  const { mutate } = useSetMark()
  if (mark?.status !== 'done') return null
  const save = (text: string) => {
    const minutes = text.trim() === '' ? null : Number(text)
    if (minutes === mark.minutesSpent || (minutes !== null && !(minutes >= 1 && minutes <= 6000))) return
    mutate({ readingId, status: 'done', minutesSpent: minutes === null ? null : Math.round(minutes) })
  }
  return (
    <label className="inline-flex min-h-8 items-center gap-1.5">
      It took
      <input
        key={mark.minutesSpent}
        type="number"
        inputMode="numeric"
        min="1"
        max="6000"
        className="input figures !min-h-8 !w-18 !px-2 !py-0"
        defaultValue={mark.minutesSpent ?? ''}
        onBlur={(event) => save(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && save(event.currentTarget.value)}
      />
      min
    </label>
  )
}
