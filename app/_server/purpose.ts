import { getSharedByLink } from '#db/queries/sharing/shared-plan.ts'
import { namedPages } from '#lib/pages.ts'

/**
 * What somebody signs in or up for, as the end of a sentence: "to join “System design”". Empty where the page that they
 * go on to says nothing of it.
 * @param target a path of this server.
 */
export async function purposeOf(target: string, now: number): Promise<string> {
  const { pathname, searchParams } = new URL(target, 'http://here.invalid')
  const token = /^\/shared\/([\w-]+)$/.exec(pathname)?.[1]
  if (token !== undefined) {
    const shared = await getSharedByLink(null, token, now)
    if (!shared) return ''
    return searchParams.get('ask') === 'fork' ? `to copy “${shared.plan.title}”` : `to join “${shared.plan.title}”`
  }
  if (pathname === '/plans/new') return 'to start a plan'
  if (pathname.startsWith('/readings/')) return 'to keep marks and notes'
  const page = namedPages.find(({ path, access }) => path === pathname && access === 'viewer')
  return page && page.path !== '/today' ? `to see ${page.name}` : ''
}
