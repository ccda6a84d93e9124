import { z } from 'zod'
import { handle } from '#app/_server/handle.ts'
import { ownUrl } from '#app/_server/own-url.ts'
import { getActivityByToken } from '#db/queries/activity-feed.ts'
import { notFound } from '#lib/problems.ts'
import { toAtom } from '#lib/sharing/atom.ts'

/** A plan's activity as Atom, at a secret address `<token>.atom`. */
export const GET = handle({
  viewer: 'none',
  params: z.object({ file: z.string().regex(/^[\w-]{1,200}\.atom$/) }),
  async run({ params, now, request }) {
    const activity = await getActivityByToken(params.file.replace(/\.atom$/, ''), now)
    if (!activity) throw notFound('feed')
    const { planId, title, createdAt, entries } = activity
    const xml = toAtom({
      address: ownUrl(request, `/feeds/${params.file}`),
      planAddress: ownUrl(request, `/plans/${planId}`),
      title,
      updatedAt: entries[0]?.at ?? createdAt,
      entries,
    })
    return new Response(xml, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } })
  },
})
