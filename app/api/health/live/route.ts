export const dynamic = 'force-dynamic'

/** Whether the process answers. Says nothing else, to anybody. */
export function GET(): Response {
  return Response.json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } })
}
