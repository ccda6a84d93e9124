import { readiness } from '#app/_server/readiness.ts'

export const dynamic = 'force-dynamic'

/** Whether people can work here: 503 while the database is lost or the disk is full. */
export function GET(): Response {
  const { status, why } = readiness()
  return Response.json(why === null ? { status } : { status, why }, {
    status: why === null ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  })
}
