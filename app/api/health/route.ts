import { getCatalogueState } from '#db/queries/catalogue/catalogue-state.ts'

export const dynamic = 'force-dynamic'

/** Whether the server and its database answer. */
export async function GET(): Promise<Response> {
  const state = await getCatalogueState()
  return Response.json(
    { status: 'ok', catalogueRevision: state?.revision ?? 0 },
    { headers: { 'cache-control': 'no-store' } },
  )
}
