import { accessTable, type Access } from '#lib/api/access-table.ts'
import type { Verb } from '#lib/api/endpoint.ts'

/** A route of the build that an address belongs to, with what it answers and for whom. */
export interface Route {
  route: string
  verbs: Partial<Record<Verb, Access>>
}

const fixed = new Map<string, Route>()
const patterns: { segments: (string | null)[]; rest: boolean; found: Route }[] = []
for (const [route, verbs] of Object.entries(accessTable)) {
  const found = { route, verbs }
  if (!route.includes('[')) fixed.set(route, found)
  else {
    const segments = route.split('/').slice(1)
    const rest = segments.at(-1)?.startsWith('[...') ?? false
    patterns.push({
      rest,
      found,
      segments: (rest ? segments.slice(0, -1) : segments).map((part) => (part.startsWith('[') ? null : part)),
    })
  }
}
// `/plans/new/x` before `/plans/[planId]/x`: a written segment wins over one in brackets.
patterns.sort(
  (a, b) => a.segments.filter((part) => part === null).length - b.segments.filter((part) => part === null).length,
)

/** The route of an address without its query, or null where the build has none. */
export function routeOf(path: string): Route | null {
  const known = fixed.get(path)
  if (known) return known
  const given = path.split('/').slice(1)
  for (const { segments, rest, found } of patterns) {
    if (rest ? given.length <= segments.length : given.length !== segments.length) continue
    if (segments.every((part, at) => (part === null ? given[at] !== '' : part === given[at]))) return found
  }
  return null
}
