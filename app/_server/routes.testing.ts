import { globSync, readFileSync } from 'node:fs'
import type { Verb } from '#lib/api/endpoint.ts'

/** A page or route handler of this app: its file below `app/`, the route as Next names it, the verbs it answers. */
export interface AppRoute {
  file: string
  route: string
  verbs: Verb[]
}

/** Every page and route handler that stands in `app/`, for the tests that hold them against tables. */
export function listAppRoutes(): AppRoute[] {
  return globSync('**/{page,route}.{ts,tsx}', { cwd: 'app' }).map((file) => ({
    file,
    route: `/${file
      .split('/')
      .slice(0, -1)
      .filter((folder) => !folder.startsWith('('))
      .join('/')}`,
    verbs: /\/?page\.tsx?$/.test(file) ? ['GET'] : verbsOf(readFileSync(`app/${file}`, 'utf8')),
  }))
}

/** The verbs that a route handler's source exports, each alone or in a list. */
export function verbsOf(source: string): Verb[] {
  const alone = source.matchAll(/^export (?:const|(?:async )?function) (GET|POST|PUT|PATCH|DELETE)\b/gm)
  const lists = source.matchAll(/^export (?:const )?\{([^}]*)\}/gm)
  const listed = [...lists].flatMap(([, names = '']) => [...names.matchAll(/\b(GET|POST|PUT|PATCH|DELETE)\b/g)])
  return [...new Set([...alone, ...listed].map(([, verb]) => verb as Verb))].toSorted()
}
