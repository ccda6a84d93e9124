import { type FormEvent, useId } from 'react'
import { FormError } from '#components/ui/form-error.tsx'
import { useSetTimesThrough, useTimesThrough } from '#hooks/use-times-through.ts'
import { counted } from '#lib/format.ts'
import { newId } from '#lib/new-id.ts'

/** Times through a reading beside the one that its mark says, each a line of its own, and how far one is inside it. */
export function TimesThrough({ readingId }: { readingId: string }) {
  const { data } = useTimesThrough(readingId)
  const { mutate, error } = useSetTimesThrough(readingId)
  const id = useId()
  const times = data?.items ?? []
  const progress = data?.progress
  const words = [
    progress && `part ${progress.at} of ${progress.of}`,
    times.length > 0 && `${counted(times.length, 'time')} besides its mark`,
  ].filter(Boolean)

  function addTime(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const values = new FormData(form)
    const minutes = Number(values.get('minutes'))
    const time = { id: newId(), day: String(values.get('day') ?? '') || null, minutes: minutes > 0 ? minutes : null }
    mutate({ kind: 'put', time }, { onSuccess: () => form.reset() })
  }
  function setProgress(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const values = new FormData(event.currentTarget)
    mutate({ kind: 'progress', at: Number(values.get('at')), of: Number(values.get('of')) })
  }
  return (
    <div className="relative">
      <button type="button" className="inline-flex min-h-8 items-center" popoverTarget={id}>
        Progress
        {words.length > 0 && <span className="quiet">: {words.join(', ')}</span>}
        <span aria-hidden className="quiet ml-1">
          ▾
        </span>
      </button>
      <div id={id} popover="auto" className="list-popover">
        <form onSubmit={setProgress} className="flex flex-wrap items-center gap-2">
          <label className="flex items-center gap-2">
            Part
            <input
              key={progress?.at}
              name="at"
              type="number"
              min={0}
              max={10_000}
              required
              defaultValue={progress?.at}
              className="input input-small w-16"
            />
          </label>
          <label className="flex items-center gap-2">
            of
            <input
              key={progress?.of}
              name="of"
              type="number"
              min={1}
              max={10_000}
              required
              defaultValue={progress?.of}
              className="input input-small w-16"
            />
          </label>
          <button type="submit" className="button button-small">
            Keep
          </button>
        </form>
        <p className="eyebrow mt-4 mb-1">Read at other times</p>
        <ul>
          {times.map((time) => (
            <li key={time.id} className="flex min-h-8 items-center justify-between gap-3">
              <span className="figures">
                {time.day ?? 'some time ago'}
                {time.minutes !== null && <span className="quiet">, {time.minutes} min</span>}
              </span>
              <button
                type="button"
                className="button button-small button-quiet"
                aria-label={`Delete the time of ${time.day ?? 'some time ago'}`}
                onClick={() => mutate({ kind: 'remove', id: time.id })}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
        <form onSubmit={addTime} className="mt-1 flex flex-wrap items-center gap-2">
          <input name="day" type="date" className="input input-small" aria-label="Day; empty for some time ago" />
          <input
            name="minutes"
            type="number"
            min={1}
            max={6000}
            placeholder="min"
            className="input input-small w-16"
            aria-label="Minutes"
          />
          <button type="submit" className="button button-small">
            Add
          </button>
        </form>
        <p className="small quiet mt-2">
          Without a day: read some time ago. Counts of readings count each once, by its mark; days and minutes of study
          count every time that has a day.
        </p>
        <FormError>{error?.message}</FormError>
      </div>
    </div>
  )
}
