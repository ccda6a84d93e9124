import { refreshCatalogue } from '#app/_server/refresh-catalogue.ts'

/** The server's own nudge to itself. Anybody may send it: it compares with the database and does nothing in vain. */
export async function POST(): Promise<Response> {
  return Response.json({ refreshed: await refreshCatalogue() })
}
