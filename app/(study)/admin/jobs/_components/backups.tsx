import type { BackupItem } from '#db/backup.ts'

const megabytes = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1, minimumFractionDigits: 1 })

/** The backups that can be restored, the newest first. */
export function Backups({ items, timeZone }: { items: BackupItem[]; timeZone: string }) {
  const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone })
  return (
    <section aria-label="Backups" className="grid gap-3">
      <h2 className="text-lg">Backups</h2>
      {items.length === 0 && <p className="quiet">None yet.</p>}
      <ul className="lines" aria-label="Backups">
        {items.map(({ name, madeAt, bytes }) => (
          <li key={name}>
            <span>{when.format(madeAt)}</span>
            <span className="small quiet figures">{megabytes.format(bytes / 1e6)} MB, checked</span>
          </li>
        ))}
      </ul>
      <p className="small quiet max-w-measure">
        At the machine, <code>npm run backup</code> makes one and <code>npm run restore</code> puts one back.
      </p>
    </section>
  )
}
