/** A viewer's status of a reading; an unmarked one has none. */
export const statuses = ['queued', 'reading', 'done', 'skipped'] as const

/** One of `statuses`. */
export type Status = (typeof statuses)[number]

/** How a status is said. */
export const statusWords: Record<Status, string> = {
  queued: 'Queued',
  reading: 'Reading',
  done: 'Done',
  skipped: 'Skipped',
}

/** Reading id to status. */
export type MarkMap = Record<string, Status>
