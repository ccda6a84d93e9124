import { type SecurityKind, securityWords } from '#lib/auth/security-kinds.ts'
import { browserName } from '#lib/user-agent.ts'

interface SecurityRowsProps {
  timeZone: string
  events: { id: number; at: number; kind: SecurityKind; address: string; userAgent: string; name?: string }[]
}

/** Lines of the security log. */
export function SecurityRows({ timeZone, events }: SecurityRowsProps) {
  const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone })
  if (events.length === 0) return <p className="quiet">Nothing yet.</p>
  return (
    <ul className="lines" aria-label="Security log">
      {events.map(({ id, at, kind, address, userAgent, name }) => (
        <li key={id} className="flex-wrap">
          <span className="min-w-0 flex-1 basis-56 [overflow-wrap:anywhere]">
            {name && <span className="font-[560]">{name}: </span>}
            {securityWords[kind]}
          </span>
          <span className="small quiet">
            {[when.format(at), address, userAgent && browserName(userAgent)].filter(Boolean).join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
