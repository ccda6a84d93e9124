import { createHash, timingSafeEqual } from 'node:crypto'
import { metrics } from '#app/_server/metrics.ts'
import { settings } from '#lib/settings.ts'

export const dynamic = 'force-dynamic'

/** Figures for Prometheus, for whoever sends `Authorization: Bearer <METRICS_TOKEN>`; for everybody else nothing is here. */
export async function GET(request: Request): Promise<Response> {
  const { METRICS_TOKEN } = settings()
  const given = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1] ?? ''
  if (!METRICS_TOKEN || !isSame(given, METRICS_TOKEN))
    return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } })
  return new Response(await metrics(Date.now()), {
    headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' },
  })
}

function isSame(a: string, b: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(a), hash(b))
}
