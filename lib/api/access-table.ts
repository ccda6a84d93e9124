/**
 * Who may do what: a line for each route of the build, with each verb that it answers. A test takes the list of routes
 * from the build and fails on one that is not here; the browser tests try each as nobody and as a stranger.
 */

/** The verbs of routes. A page has GET alone; HEAD and OPTIONS follow GET. */
export type Verb = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * - `anyone`: answered without a session;
 * - `token`: whoever holds the secret in the address;
 * - `viewer`: anybody signed in, over what is their own: another's is not there for them (404);
 * - `guest`, `member`, `editor`, `owner`: who has at least that role on the plan of the address; it is not there for
 *   people who are not on it (404), and refused to those with less (403);
 * - `admin`: refused to all others (403).
 */
export type Access = 'anyone' | 'token' | 'viewer' | 'guest' | 'member' | 'editor' | 'owner' | 'admin'

/** By route, as Next names it, and verb. */
export const accessTable: Record<string, Partial<Record<Verb, Access>>> = {
  // Pages of the catalogue.
  '/': { GET: 'anyone' },
  '/catalogue': { GET: 'anyone' },
  '/catalogue/[section]': { GET: 'anyone' },
  '/catalogue/[section]/[topic]': { GET: 'anyone' },
  '/readings/[id]': { GET: 'anyone' },
  '/organisations': { GET: 'anyone' },
  '/organisations/[slug]': { GET: 'anyone' },
  '/technologies/[slug]': { GET: 'anyone' },
  '/search': { GET: 'anyone' },
  '/questions': { GET: 'anyone' },
  '/questions/[id]': { GET: 'anyone' },
  '/icon.svg': { GET: 'anyone' },

  // Pages of the viewer.
  '/sign-in': { GET: 'anyone' },
  '/sign-up': { GET: 'anyone' },
  '/settings': { GET: 'viewer' },
  '/today': { GET: 'viewer' },
  '/plans': { GET: 'viewer' },
  '/plans/new': { GET: 'viewer' },
  '/plans/[planId]': { GET: 'guest' },
  '/dashboard': { GET: 'viewer' },
  '/notes': { GET: 'viewer' },
  '/lists': { GET: 'viewer' },
  '/lists/[listId]': { GET: 'viewer' },

  '/changes': { GET: 'viewer' },
  '/admin/import': { GET: 'admin' },
  '/admin/links': { GET: 'admin' },
  '/plans/import': { GET: 'viewer' },
  '/plans/[planId]/people': { GET: 'guest' },
  '/plans/[planId]/notes': { GET: 'guest' },
  '/plans/[planId]/activity': { GET: 'guest' },
  '/plans/[planId]/share': { GET: 'guest' },
  '/plans/[planId]/items/[itemId]': { GET: 'guest' },
  '/plans/[planId]/changes': { GET: 'editor' },
  '/plans/[planId]/join': { GET: 'viewer' },
  '/shared/[token]': { GET: 'token' },
  '/shared/[token]/picture': { GET: 'token' },

  // The server itself.
  '/api/auth/[...nextauth]': { GET: 'anyone', POST: 'anyone' },
  '/api/catalogue-changed': { POST: 'anyone' },
  '/api/health': { GET: 'anyone' },
  '/api/health/live': { GET: 'anyone' },
  '/api/health/ready': { GET: 'anyone' },
  '/api/metrics': { GET: 'anyone' },

  // Catalogue.
  '/api/v1/readings': { GET: 'anyone' },
  '/api/v1/readings/[id]': { GET: 'anyone' },
  '/api/v1/readings/[id]/reports': { POST: 'viewer' },
  '/api/v1/readings/[id]/address': { PUT: 'admin' },
  '/api/v1/readings/[id]/link': { PUT: 'admin' },
  '/api/v1/link-reports/[reportId]': { PUT: 'admin' },
  '/api/v1/catalogue-imports': { POST: 'admin' },
  '/api/v1/catalogue-imports/preview': { POST: 'admin' },
  '/api/v1/catalogue-changes/[changeId]': { PUT: 'admin' },
  '/api/v1/me/seen-change': { PUT: 'viewer' },

  // Study.
  '/api/v1/marks': { GET: 'viewer' },
  '/api/v1/marks/[readingId]': { PUT: 'viewer', DELETE: 'viewer' },
  '/api/v1/archive': { GET: 'viewer', POST: 'viewer' },
  '/api/v1/checklist': { POST: 'viewer' },
  '/api/v1/timers': { GET: 'viewer' },
  '/api/v1/timers/readings/[readingId]': { PUT: 'viewer', DELETE: 'viewer' },
  '/api/v1/timers/items/[itemId]': { PUT: 'viewer', DELETE: 'viewer' },
  '/api/v1/opinions': { GET: 'viewer' },
  '/api/v1/opinions/[readingId]': { PUT: 'viewer' },
  '/api/v1/lists': { GET: 'viewer' },
  '/api/v1/lists/[listId]': { PUT: 'viewer', DELETE: 'viewer' },
  '/api/v1/lists/[listId]/order': { PUT: 'viewer' },
  '/api/v1/lists/[listId]/entries/[readingId]': { PUT: 'viewer', DELETE: 'viewer' },
  '/api/v1/notes': { GET: 'viewer' },
  '/api/v1/notes/[readingId]': { GET: 'viewer', PUT: 'viewer', DELETE: 'viewer' },
  '/api/v1/notes/[readingId]/versions': { GET: 'viewer' },
  '/api/v1/notes/[readingId]/versions/[version]': { GET: 'viewer' },

  // Plans.
  '/api/v1/templates': { GET: 'anyone' },
  '/api/v1/today': { GET: 'viewer' },
  '/api/v1/plans': { GET: 'viewer', POST: 'viewer' },
  '/api/v1/plans/[planId]': { GET: 'guest', PATCH: 'member', DELETE: 'owner' },
  '/api/v1/plans/[planId]/schedule': { GET: 'guest' },
  '/api/v1/plans/[planId]/items': { POST: 'editor' },
  '/api/v1/plans/[planId]/items/[itemId]': { PUT: 'member', PATCH: 'member', DELETE: 'editor' },
  '/api/v1/plans/[planId]/repairs': { POST: 'member', DELETE: 'member' },
  '/api/v1/plans/[planId]/passes': { POST: 'member' },
  '/api/v1/plans/[planId]/history': { GET: 'guest' },
  '/api/v1/plans/[planId]/calendar': { GET: 'member', POST: 'member', PATCH: 'member', DELETE: 'member' },
  '/api/v1/calendar': { GET: 'viewer', POST: 'viewer', PATCH: 'viewer', DELETE: 'viewer' },

  // Plans shared with others.
  '/api/v1/plans/[planId]/links': { GET: 'owner', POST: 'owner' },
  '/api/v1/plans/[planId]/links/[linkId]': { DELETE: 'owner' },
  '/api/v1/plans/[planId]/public': { PUT: 'owner', DELETE: 'owner' },
  '/api/v1/plans/[planId]/people': { GET: 'owner' },
  '/api/v1/plans/[planId]/owner': { PUT: 'owner' },
  '/api/v1/plans/[planId]/members': { GET: 'guest', POST: 'owner' },
  '/api/v1/plans/[planId]/members/[userId]': { PATCH: 'guest', DELETE: 'guest' },
  '/api/v1/plans/[planId]/invitation': { POST: 'viewer', DELETE: 'viewer' },
  '/api/v1/plans/[planId]/restore': { POST: 'viewer' },
  '/api/v1/plans/[planId]/progress': { GET: 'guest' },
  '/api/v1/plans/[planId]/week': { GET: 'guest' },
  '/api/v1/plans/[planId]/version': { GET: 'guest' },
  '/api/v1/plans/[planId]/comments': { GET: 'guest', POST: 'member' },
  '/api/v1/plans/[planId]/comments/[commentId]': { PUT: 'guest', DELETE: 'guest' },
  '/api/v1/plans/[planId]/activity': { GET: 'guest' },
  '/api/v1/plans/[planId]/feed': { GET: 'guest', POST: 'guest', DELETE: 'guest' },
  '/api/v1/plans/[planId]/notes': { GET: 'guest' },
  '/api/v1/plans/[planId]/notes/[readingId]': { PUT: 'member', DELETE: 'guest' },
  '/api/v1/plans/[planId]/fork': { POST: 'guest' },
  '/api/v1/plans/[planId]/changes': { GET: 'editor', POST: 'editor' },
  '/api/v1/plans/[planId]/export': { GET: 'guest' },
  '/api/v1/plans/import': { POST: 'viewer' },
  '/api/v1/plans/removed': { GET: 'viewer' },
  '/api/v1/invitations': { GET: 'viewer' },
  '/api/v1/shared/[token]/join': { POST: 'viewer' },
  '/api/v1/shared/[token]/fork': { POST: 'viewer' },
  '/feeds/[file]': { GET: 'token' },

  // Accounts.
  '/api/v1/users': { POST: 'anyone' },
  '/api/v1/me': { GET: 'viewer', PATCH: 'viewer', DELETE: 'viewer' },
  '/api/v1/me/sessions': { GET: 'viewer', DELETE: 'viewer' },
}

/** Whether a route wants somebody signed in, whatever else it wants. */
export function needsViewer(access: Access): boolean {
  return access !== 'anyone' && access !== 'token'
}
