import type { TokenScope } from '#lib/auth/token-scope.ts'
import { endpointAccess } from './access-table.ts'
import type { Verb } from './endpoint.ts'
import type { EndpointName } from './endpoints.ts'

/** The first folder of an endpoint's path. */
type Root = EndpointName extends infer N ? (N extends `${Verb} ${infer P}` ? FirstOf<P> : never) : never
type FirstOf<P extends string> = P extends `${infer F}/${string}` ? F : P

/** Whether tokens get somewhere, or the sentence that says why not. */
type Reach = 'open' | `A token cannot ${string}`

const account = 'A token cannot look into or change an account. Do this in the app.'
const admin = 'A token cannot do what only admins may. Do this in the app.'
const secrets =
  'A token cannot make tokens, links and other secret addresses, which would outlive it. Do this in the app.'
const people = 'A token cannot let people onto a plan or change what they may do there. Do this in the app.'

const decided = 'A token cannot decide what a token proposed. A person does it on the page of the plan.'

/** Each kind of address must say whether tokens get there: a new one does not compile before it does. */
const roots: Record<Root, Reach> = {
  answers: 'open',
  archive: 'open',
  'busy-calendar': 'open',
  calendar: 'open',
  'catalogue-changes': admin,
  'catalogue-imports': admin,
  checklist: 'open',
  estimates: 'open',
  interviews: 'open',
  coverage: 'open',
  feeds: secrets,
  invitations: 'open',
  inbox: 'open',
  invites: admin,
  'link-reports': admin,
  lists: 'open',
  marks: 'open',
  me: account,
  notes: 'open',
  opinions: 'open',
  'passkey-challenges': account,
  'own-offers': admin,
  'own-readings': 'open',
  'password-resets': account,
  people: admin,
  plans: 'open',
  quotes: 'open',
  'read-throughs': 'open',
  'reading-progress': 'open',
  questions: 'open',
  readings: 'open',
  reviews: 'open',
  shared: 'open',
  standing: 'open',
  templates: 'open',
  timers: 'open',
  today: 'open',
  tokens: secrets,
  users: account,
}

/** What differs from its root. */
const single: Partial<Record<EndpointName, Reach>> = {
  'GET me': 'open',
  'PUT readings/[id]/address': admin,
  'PUT readings/[id]/link': admin,
  'POST calendar': secrets,
  'POST plans/[planId]/calendar': secrets,
  'POST plans/[planId]/feed': secrets,
  'POST plans/[planId]/links': secrets,
  'PUT plans/[planId]/proposals/[proposalId]': decided,
  'PUT plans/[planId]/public': people,
  'PUT plans/[planId]/owner': people,
  'GET plans/[planId]/people': people,
  'POST plans/[planId]/members': people,
  'PATCH plans/[planId]/members/[userId]': people,
  'DELETE plans/[planId]/members/[userId]': people,
}

/** The scope that an endpoint wants of a token, or why no token may call it. */
export function tokenReach(name: EndpointName): { scope: TokenScope } | { refused: string } {
  const [verb = '', path = ''] = name.split(' ')
  const reach = single[name] ?? roots[path.split('/')[0] as Root]
  if (reach !== 'open') return { refused: reach }
  if ((endpointAccess[name] as string) === 'admin') return { refused: admin }
  return { scope: verb === 'GET' ? 'read' : 'write' }
}
