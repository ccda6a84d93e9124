import { pageAccess } from '../page-access.ts'
import type { Verb } from './endpoint.ts'
import type { EndpointName } from './endpoints.ts'

/**
 * Who may do what: a line for each endpoint and each other route of the build. A test takes the list of routes from the
 * build and fails on one that is not here; the browser tests try each as nobody and as a stranger.
 */

/**
 * - `anyone`: answered without a session;
 * - `token`: whoever holds the secret in the address;
 * - `viewer`: anybody signed in, over what is their own: another's is not there for them (404);
 * - `guest`, `member`, `editor`, `owner`: who has at least that role on the plan of the address; it is not there for
 *   people who are not on it (404), and refused to those with less (403);
 * - `admin`: refused to all others (403).
 */
export type Access = 'anyone' | 'token' | 'viewer' | 'guest' | 'member' | 'editor' | 'owner' | 'admin'

/** What stands outside `/api/v1/` and is no page: by route, as Next names it, and verb. Pages stand in `lib/pages.ts`. */
const routeAccess: Record<string, Partial<Record<Verb, Access>>> = {
  // Files beside the pages.
  '/icon.svg': { GET: 'anyone' },
  '/favicon.ico': { GET: 'anyone' },
  '/robots.txt': { GET: 'anyone' },
  '/sitemap.xml': { GET: 'anyone' },
  '/apple-icon.png': { GET: 'anyone' },
  '/manifest.webmanifest': { GET: 'anyone' },
  '/opensearch.xml': { GET: 'anyone' },
  '/preview/[...path]': { GET: 'anyone' },
  '/shared/[token]/picture': { GET: 'token' },

  // The server itself.
  '/api/auth/[...nextauth]': { GET: 'anyone', POST: 'anyone' },
  '/api/catalogue-changed': { POST: 'anyone' },
  '/api/health': { GET: 'anyone' },
  '/api/health/live': { GET: 'anyone' },
  '/api/health/ready': { GET: 'anyone' },
  '/api/metrics': { GET: 'anyone' },
  '/api/openapi.json': { GET: 'anyone' },
  '/feeds/[file]': { GET: 'token' },
  '/feeds/new/[kind]/[file]': { GET: 'anyone' },
  '/llms.txt': { GET: 'anyone' },
  '/api/mcp': { POST: 'viewer' },
}

/** Who may call each endpoint. `handle()` refuses to compile with another kind of viewer than stands here. */
export const endpointAccess = {
  // Catalogue.
  'GET questions': 'anyone',
  'GET readings': 'anyone',
  'GET readings/[id]': 'anyone',
  'POST readings/[id]/reports': 'viewer',
  'PUT readings/[id]/address': 'admin',
  'PUT readings/[id]/link': 'admin',
  'PUT link-reports/[reportId]': 'admin',
  'POST catalogue-imports': 'admin',
  'POST catalogue-imports/preview': 'admin',
  'PUT catalogue-changes/[changeId]': 'admin',
  'PUT me/seen-change': 'viewer',

  // Study.
  'GET marks': 'viewer',
  'PUT marks/[readingId]': 'viewer',
  'DELETE marks/[readingId]': 'viewer',
  'GET questions/standing': 'viewer',
  'GET questions/[questionId]/standing': 'viewer',
  'PUT answers/[answerId]/opening': 'viewer',
  'GET interviews/[answerId]': 'viewer',
  'PUT interviews/[answerId]': 'viewer',
  'PUT interviews/[answerId]/seat': 'viewer',
  'DELETE interviews/[answerId]/seat': 'viewer',
  'GET answers': 'viewer',
  'GET answers/[answerId]': 'viewer',
  'PUT answers/[answerId]': 'viewer',
  'DELETE answers/[answerId]': 'viewer',
  'PUT estimates/[estimateId]': 'viewer',
  'GET reviews': 'viewer',
  'GET reviews/anki': 'viewer',
  'PUT reviews/[reviewId]': 'viewer',
  'DELETE reviews/[reviewId]': 'viewer',
  'GET coverage': 'viewer',
  'GET feeds': 'viewer',
  'POST feeds': 'viewer',
  'DELETE feeds/[kind]': 'viewer',
  'GET archive': 'viewer',
  'POST archive': 'viewer',
  'POST checklist': 'viewer',
  'GET own-readings': 'viewer',
  'POST own-readings': 'viewer',
  'POST own-readings/title': 'viewer',
  'POST own-readings/import': 'viewer',
  'PUT own-readings/[readingId]/offer': 'viewer',
  'DELETE own-readings/[readingId]/offer': 'viewer',
  'PUT own-offers/[readingId]': 'admin',
  'GET own-readings/[readingId]': 'viewer',
  'PATCH own-readings/[readingId]': 'viewer',
  'DELETE own-readings/[readingId]': 'viewer',
  'POST own-readings/[readingId]/restore': 'viewer',
  'GET read-throughs': 'viewer',
  'PUT read-throughs/[throughId]': 'viewer',
  'DELETE read-throughs/[throughId]': 'viewer',
  'PUT reading-progress/[readingId]': 'viewer',
  'GET quotes': 'viewer',
  'PUT quotes/[quoteId]': 'viewer',
  'DELETE quotes/[quoteId]': 'viewer',
  'GET timers': 'viewer',
  'PUT timers/readings/[readingId]': 'viewer',
  'DELETE timers/readings/[readingId]': 'viewer',
  'PUT timers/items/[itemId]': 'viewer',
  'DELETE timers/items/[itemId]': 'viewer',
  'GET opinions': 'viewer',
  'PUT opinions/[readingId]': 'viewer',
  'GET inbox': 'viewer',
  'PUT inbox': 'viewer',
  'GET inbox/settings': 'viewer',
  'PUT inbox/settings': 'viewer',
  'PUT inbox/[entryId]': 'viewer',
  'GET lists': 'viewer',
  'PUT lists/[listId]': 'viewer',
  'DELETE lists/[listId]': 'viewer',
  'PUT lists/[listId]/order': 'viewer',
  'PUT lists/[listId]/entries/[readingId]': 'viewer',
  'DELETE lists/[listId]/entries/[readingId]': 'viewer',
  'GET notes': 'viewer',
  'GET notes/[readingId]': 'viewer',
  'PUT notes/[readingId]': 'viewer',
  'DELETE notes/[readingId]': 'viewer',
  'GET notes/[readingId]/versions': 'viewer',
  'GET notes/[readingId]/versions/[version]': 'viewer',

  // Plans.
  'GET templates': 'anyone',
  'GET today': 'viewer',
  'GET standing': 'viewer',
  'GET plans': 'viewer',
  'POST plans': 'viewer',
  'GET plans/[planId]': 'guest',
  'PATCH plans/[planId]': 'member',
  'DELETE plans/[planId]': 'owner',
  'GET plans/[planId]/schedule': 'guest',
  'POST plans/[planId]/items': 'editor',
  'PATCH plans/[planId]/items': 'editor',
  'PUT plans/[planId]/items/[itemId]': 'member',
  'PATCH plans/[planId]/items/[itemId]': 'member',
  'DELETE plans/[planId]/items/[itemId]': 'editor',
  'POST plans/[planId]/phases': 'editor',
  'PATCH plans/[planId]/phases/[phaseId]': 'editor',
  'DELETE plans/[planId]/phases/[phaseId]': 'editor',
  'GET plans/[planId]/proposals': 'guest',
  'POST plans/[planId]/proposals': 'member',
  'PUT plans/[planId]/proposals/[proposalId]': 'editor',
  'POST plans/[planId]/repairs': 'member',
  'DELETE plans/[planId]/repairs': 'member',
  'POST plans/[planId]/passes': 'member',
  'GET plans/[planId]/history': 'guest',
  'GET plans/[planId]/calendar': 'member',
  'POST plans/[planId]/calendar': 'member',
  'PATCH plans/[planId]/calendar': 'member',
  'DELETE plans/[planId]/calendar': 'member',
  'GET busy-calendar': 'viewer',
  'PUT busy-calendar': 'viewer',
  'DELETE busy-calendar': 'viewer',
  'GET calendar': 'viewer',
  'POST calendar': 'viewer',
  'PATCH calendar': 'viewer',
  'DELETE calendar': 'viewer',

  // Plans shared with others.
  'GET plans/[planId]/links': 'owner',
  'POST plans/[planId]/links': 'owner',
  'DELETE plans/[planId]/links/[linkId]': 'owner',
  'PUT plans/[planId]/public': 'owner',
  'DELETE plans/[planId]/public': 'owner',
  'GET plans/[planId]/people': 'owner',
  'PUT plans/[planId]/owner': 'owner',
  'GET plans/[planId]/members': 'guest',
  'POST plans/[planId]/members': 'owner',
  'PATCH plans/[planId]/members/[userId]': 'guest',
  'DELETE plans/[planId]/members/[userId]': 'guest',
  'POST plans/[planId]/invitation': 'viewer',
  'DELETE plans/[planId]/invitation': 'viewer',
  'POST plans/[planId]/restore': 'viewer',
  'GET plans/[planId]/progress': 'guest',
  'GET plans/[planId]/week': 'guest',
  'GET plans/[planId]/version': 'guest',
  'GET plans/[planId]/comments': 'guest',
  'POST plans/[planId]/comments': 'member',
  'PUT plans/[planId]/comments/[commentId]': 'guest',
  'DELETE plans/[planId]/comments/[commentId]': 'guest',
  'GET plans/[planId]/activity': 'guest',
  'GET plans/[planId]/feed': 'guest',
  'POST plans/[planId]/feed': 'guest',
  'DELETE plans/[planId]/feed': 'guest',
  'GET plans/[planId]/notes': 'guest',
  'PUT plans/[planId]/notes/[readingId]': 'member',
  'DELETE plans/[planId]/notes/[readingId]': 'guest',
  'POST plans/[planId]/fork': 'guest',
  'GET plans/[planId]/changes': 'editor',
  'POST plans/[planId]/changes': 'editor',
  'GET plans/[planId]/export': 'guest',
  'POST plans/import': 'viewer',
  'GET plans/removed': 'viewer',
  'GET invitations': 'viewer',
  'POST shared/[token]/join': 'viewer',
  'POST shared/[token]/fork': 'viewer',

  // Accounts.
  'POST users': 'anyone',
  'GET me': 'viewer',
  'PATCH me': 'viewer',
  'DELETE me': 'viewer',
  'GET me/proof': 'viewer',
  'POST me/proof': 'viewer',
  'GET me/factors': 'viewer',
  'POST me/app': 'viewer',
  'PUT me/app': 'viewer',
  'DELETE me/app': 'viewer',
  'POST me/recovery-codes': 'viewer',
  'POST me/passkey-options': 'viewer',
  'POST me/passkeys': 'viewer',
  'DELETE me/passkeys/[passkeyId]': 'viewer',
  'POST me/passkey-challenge': 'viewer',
  'POST passkey-challenges': 'anyone',
  'DELETE me/accounts/[provider]': 'viewer',
  'GET me/sessions': 'viewer',
  'DELETE me/sessions': 'viewer',
  'GET tokens': 'viewer',
  'POST tokens': 'viewer',
  'DELETE tokens/[tokenId]': 'viewer',
  'POST password-resets': 'anyone',
  'PUT password-resets': 'anyone',
  'POST people/[userId]/reset': 'admin',
  'PATCH people/[userId]': 'admin',
  'DELETE people/[userId]': 'admin',
  'DELETE people/[userId]/sessions': 'admin',
  'GET invites': 'admin',
  'POST invites': 'admin',
  'DELETE invites/[inviteId]': 'admin',
  'DELETE people/[userId]/factors': 'admin',
} as const satisfies Record<EndpointName, Access>

/** All routes, as Next names them, with who may call each verb. */
export const accessTable = { ...pageTable(), ...routeAccess, ...byRoute(endpointAccess) }

function pageTable(): Record<string, Partial<Record<Verb, Access>>> {
  return Object.fromEntries(Object.entries(pageAccess).map(([path, who]) => [path, { GET: who }]))
}

function byRoute(access: Record<string, Access>): Record<string, Partial<Record<Verb, Access>>> {
  const table: Record<string, Partial<Record<Verb, Access>>> = {}
  for (const [name, who] of Object.entries(access)) {
    const [verb, path] = name.split(' ') as [Verb, string]
    table[`/api/v1/${path}`] = { ...table[`/api/v1/${path}`], [verb]: who }
  }
  return table
}
