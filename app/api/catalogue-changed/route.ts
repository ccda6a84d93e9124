import { problemResponse } from '#app/_server/problem-response.ts'
import { refreshCatalogue } from '#app/_server/refresh-catalogue.ts'
import { innerHeader, innerSecret } from '#lib/inner-secret.ts'
import { notFound } from '#lib/problems.ts'

/** The server's own nudge to itself: for anybody else it is not there. */
export async function POST(request: Request): Promise<Response> {
  if (request.headers.get(innerHeader) !== innerSecret()) return problemResponse(notFound())
  return Response.json({ refreshed: await refreshCatalogue() })
}
