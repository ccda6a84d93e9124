const choices = [
  ['queued', 'Queue it'],
  ['reading', 'Reading'],
  ['done', 'Done'],
  ['skipped', 'Skip'],
] as const

/** The four statuses side by side. Painted by the early script and made to work by `MarkRows`, like a row's box. */
export function MarkChooser({ readingId, title }: { readingId: string; title: string }) {
  return (
    <div
      role="group"
      aria-label="Your mark"
      className="chooser no-print"
      data-mark-of={readingId}
      data-title={title}
      suppressHydrationWarning
    >
      {choices.map(([value, name]) => (
        <button key={value} type="button" data-value={value} suppressHydrationWarning>
          <span className="status-box" data-status={value} aria-hidden /> {name}
        </button>
      ))}
    </div>
  )
}
