import type { Access } from './api/access-table.ts'
import { namedPages } from './pages.ts'

/** Pages without a name of their own: those of one thing, and those on the way to another. */
const otherPages: Record<string, Access> = {
  '/catalogue/[section]': 'anyone',
  '/catalogue/[section]/[topic]': 'anyone',
  '/readings/[id]': 'anyone',
  '/organisations/[slug]': 'anyone',
  '/technologies/[slug]': 'anyone',
  '/questions/[id]': 'anyone',
  '/api': 'anyone',

  '/sign-in': 'anyone',
  '/sign-up': 'anyone',
  '/reset': 'anyone',
  '/shared/[token]': 'token',

  '/questions/coverage': 'viewer',
  '/questions/[id]/practise': 'viewer',
  '/questions/[id]/mock': 'viewer',
  '/interviews/[answerId]': 'viewer',
  '/lists/[listId]': 'viewer',
  '/own/[readingId]': 'viewer',
  '/own/import': 'viewer',
  '/plans/import': 'viewer',
  '/plans/[planId]': 'guest',
  '/plans/[planId]/people': 'guest',
  '/plans/[planId]/notes': 'guest',
  '/plans/[planId]/activity': 'guest',
  '/plans/[planId]/settings': 'guest',
  '/plans/[planId]/share': 'guest',
  '/plans/[planId]/items/[itemId]': 'guest',
  '/plans/[planId]/changes': 'editor',
  '/plans/[planId]/join': 'viewer',
  '/admin/import': 'admin',
  '/admin/links': 'admin',
  '/admin/offers': 'admin',
  '/admin/people': 'admin',
  '/admin/log': 'admin',
  '/admin/invites': 'admin',
  '/admin/jobs': 'admin',
}

/** Every page by its path, as Next names it, with who sees it: for the access table, `proxy.ts` and robots. */
export const pageAccess: Record<string, Access> = {
  ...Object.fromEntries(namedPages.map(({ path, access }) => [path, access])),
  ...otherPages,
}

/** Whether a page or route wants somebody signed in, whatever else it wants. */
export function needsViewer(access: Access): boolean {
  return access !== 'anyone' && access !== 'token'
}

const open = Object.entries(pageAccess).flatMap(([path, access]) =>
  needsViewer(access) ? [] : [new RegExp(`^${path.replaceAll(/\[\w+\]/g, '[^/]+')}/?$`)],
)

/** Whether everybody may see the page at this path, or whoever holds the secret in it. */
export function isOpenPage(pathname: string): boolean {
  return open.some((pattern) => pattern.test(pathname))
}

/**
 * The first folders of pages that want somebody signed in, such as `/plans`; where everybody sees the folder's own page,
 * the pages themselves, with `*` for what is one of many.
 */
export function privateFolders(): string[] {
  const closed = Object.entries(pageAccess).filter(([, access]) => needsViewer(access))
  const folders = closed.map(([path]) => {
    const folder = path.split('/', 2).join('/')
    return isOpenPage(folder) ? path.replaceAll(/\[\w+\]/g, '*') : folder
  })
  return [...new Set(folders)]
}
