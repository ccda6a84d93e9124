import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import type { Viewer } from '#lib/auth/viewer.ts'
import { canAdministrate } from '#lib/permissions.ts'
import { viewerOf } from './session-cookie.ts'

/** For pages: the signed-in person or null, looked up once a request. Makes the page dynamic. */
export const getViewer = cache(async (): Promise<Viewer | null> => viewerOf(new Headers(await headers()), Date.now()))

/**
 * For pages: the signed-in person; sends anybody else to sign in and then back to `path` (the page's own address, with
 * its query). Handlers say `viewer: 'required'` to `handle()` instead.
 */
export async function requireViewer(path: string): Promise<Viewer> {
  const viewer = await getViewer()
  return viewer ?? redirect(`/sign-in?to=${encodeURIComponent(path)}`)
}

/** For the admin's pages: `requireViewer`, and a 404 for everybody who is not an admin. */
export async function requireAdmin(path: string): Promise<Viewer> {
  const viewer = await requireViewer(path)
  return canAdministrate(viewer) ? viewer : notFound()
}
