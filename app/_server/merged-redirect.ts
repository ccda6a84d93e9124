import { getMergedInto } from '#db/queries/catalogue/merged-readings.ts'
import { Problem } from '#lib/problems.ts'

type Params = Record<string, string | string[] | undefined>

/**
 * The answer to a request for a reading that was merged into another: the same request of that one, by a redirect that
 * keeps verb and body, so that a mark kept by a phone that was away lands too. Null where `error` is anything else.
 */
export async function mergedRedirect(error: unknown, request: Request, params: Params): Promise<Response | null> {
  if (!(error instanceof Problem) || error.status !== 404) return null
  const { pathname, search } = new URL(request.url)
  const id = params.readingId ?? (pathname.startsWith('/api/v1/readings/') ? params.id : undefined)
  const into = typeof id === 'string' ? await getMergedInto(id) : null
  if (into === null) return null
  const location = pathname.replace(`/${id as string}`, `/${into}`) + search
  return new Response(null, { status: 308, headers: { location, 'cache-control': 'no-store' } })
}
