import { isNearlyFull, type Room } from '#db/queries/accounts/person-bytes.ts'

/** How much of their room a person's words take; in clear words before it is full. */
export function RoomTaken({ room }: { room: Room }) {
  const megabytes = (bytes: number) => (bytes / 1e6).toLocaleString('en', { maximumFractionDigits: 1 })
  return (
    <div>
      <p>
        <meter min={0} max={room.mostBytes} high={room.mostBytes * 0.8} value={room.bytes} aria-label="Room taken" />{' '}
        <span className="figures">
          {megabytes(room.bytes)} of {megabytes(room.mostBytes)} MB
        </span>
      </p>
      {isNearlyFull(room) && (
        <p role="status" className="mt-2">
          Your room is nearly full. When it is, longer notes cannot be saved: shorten or delete long notes, or delete
          plans that you no longer need.
        </p>
      )}
    </div>
  )
}
