import type { Access } from './api/access-table.ts'

/** A page that people go to by its name. */
interface NamedPage {
  path: string
  name: string
  /** Who sees it, as in `accessTable`. */
  access: Access
}

/** Every page that has a name of its own. What head, phone bar and palette offer is taken from here. */
export const namedPages = [
  { path: '/', name: 'Home', access: 'anyone' },
  { path: '/catalogue', name: 'Catalogue', access: 'anyone' },
  { path: '/organisations', name: 'Organisations', access: 'anyone' },
  { path: '/questions', name: 'Questions', access: 'anyone' },
  { path: '/search', name: 'Search', access: 'anyone' },
  { path: '/today', name: 'Today', access: 'viewer' },
  { path: '/inbox', name: 'Inbox', access: 'viewer' },
  { path: '/plans', name: 'Plans', access: 'viewer' },
  { path: '/plans/new', name: 'New plan', access: 'viewer' },
  { path: '/notes', name: 'Notes', access: 'viewer' },
  { path: '/lists', name: 'Lists', access: 'viewer' },
  { path: '/own', name: 'Own readings', access: 'viewer' },
  { path: '/add', name: 'Add a reading', access: 'viewer' },
  { path: '/dashboard', name: 'Dashboard', access: 'viewer' },
  { path: '/review', name: 'Review', access: 'viewer' },
  { path: '/numbers', name: 'Numbers', access: 'viewer' },
  { path: '/changes', name: 'What changed', access: 'viewer' },
  { path: '/settings', name: 'Settings', access: 'viewer' },
] as const satisfies NamedPage[]

/** The path of a page that has a name. */
type NamedPath = (typeof namedPages)[number]['path']

/** The pages of `paths`, in their order. */
export function pagesAt(paths: readonly NamedPath[]): NamedPage[] {
  return paths.map((path) => namedPages.find((page) => page.path === path)!)
}

/** In the head of every page, and in that of people who are signed in. */
export const headPages = {
  everybody: ['/catalogue', '/organisations', '/questions'],
  own: ['/today', '/plans', '/notes', '/dashboard'],
} as const satisfies Record<string, NamedPath[]>

/** In the bar at the foot of a phone, and behind its "More". */
export const barPages = {
  guest: ['/catalogue', '/organisations', '/questions', '/search'],
  own: ['/today', '/plans', '/notes', '/catalogue'],
  more: [
    '/search',
    '/organisations',
    '/questions',
    '/lists',
    '/own',
    '/review',
    '/numbers',
    '/dashboard',
    '/changes',
    '/settings',
  ],
} as const satisfies Record<string, NamedPath[]>
