import type { AddedReading } from '#lib/api/own-readings.ts'
import type { Destination } from '#hooks/use-own-readings.ts'

const what = { new: 'Added', own: 'You had it already', catalogue: 'The catalogue has it already' } as const
const where = {
  keep: '',
  queued: 'It waits in your queue.',
  done: 'It is marked done.',
  list: 'It is on your list.',
  plan: 'It is on your plan.',
} as const

/** What came of adding a reading, and the way on. */
export function AddedNotice({
  added,
  destination,
  onAgain,
}: {
  added: AddedReading
  destination: Destination
  onAgain: () => void
}) {
  return (
    <div role="status" className="max-w-[44rem]">
      <p className="notice">
        {what[added.is]}:{' '}
        <a href={`/readings/${added.id}`} className="font-serif">
          {added.title}
        </a>
        . {where[destination.kind]}
      </p>
      <p className="mt-4 flex flex-wrap gap-3">
        <button type="button" className="button" onClick={onAgain}>
          Add another
        </button>
        <a className="button button-quiet" href="/own">
          Own readings
        </a>
      </p>
    </div>
  )
}
