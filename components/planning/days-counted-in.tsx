/** Says in which time zone a person's days are counted: one for all that they do, set in Settings. */
export function DaysCountedIn({ timeZone }: { timeZone: string }) {
  return (
    <p className="small quiet">
      Days are counted in the time zone {timeZone.replaceAll('_', ' ')}. You can change it in{' '}
      <a href="/settings">Settings</a>, for all plans at once.
    </p>
  )
}
