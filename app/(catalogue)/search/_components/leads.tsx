import type { Lead } from '#lib/search/leads.ts'

/** Topics, situations and drills that answer a search beside the readings. */
export function Leads({ leads }: { leads: Lead[] }) {
  if (leads.length === 0) return null
  return (
    <ul aria-label="Also here" className="leads">
      {leads.map(({ kind, name, href }) => (
        <li key={kind + href + name}>
          <a href={href} rel="nofollow">
            {name}
          </a>{' '}
          <small className="quiet">{kind}</small>
        </li>
      ))}
    </ul>
  )
}
