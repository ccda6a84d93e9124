/**
 * What somebody signs in for, as the sign-in page says it; null where the address that they come from tells nothing.
 * @param path where they go on to.
 */
export function signInReason(path: string): string | null {
  const { pathname, searchParams } = new URL(path, 'http://here.invalid')
  if (pathname.startsWith('/shared/'))
    return searchParams.get('do') === 'fork'
      ? 'Sign in to make a copy of this plan.'
      : 'Sign in to join this plan, or to make a copy of it.'
  if (/^\/plans\/(?!new|import)/.test(pathname)) return 'Sign in to open this plan.'
  if (pathname.startsWith('/readings/')) return 'Sign in to keep your marks and notes on this reading.'
  if (pathname.startsWith('/questions/')) return 'Sign in to keep your answers to this question.'
  return reasons[pathname] ?? null
}

const reasons: Record<string, string> = {
  '/today': 'Sign in to see what is due today.',
  '/plans': 'Sign in to see your plans.',
  '/plans/new': 'Sign in to make a plan with dates of your own.',
  '/plans/import': 'Sign in to bring a plan in.',
  '/notes': 'Sign in to see your notes.',
  '/lists': 'Sign in to see your lists.',
  '/dashboard': 'Sign in to see how far you have come.',
  '/review': 'Sign in to review what you learnt.',
  '/inbox': 'Sign in to see what others wrote to you.',
  '/changes': 'Sign in to see what changed since you last looked.',
  '/settings': 'Sign in to change your settings.',
}
