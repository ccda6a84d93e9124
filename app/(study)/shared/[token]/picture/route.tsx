import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ImageResponse } from 'next/og'
import { handle } from '#app/_server/handle.ts'
import { deadLink } from '#db/mutations/joins.ts'
import { getSharedByLink } from '#db/queries/shared-plan.ts'
import { tokenParams } from '#lib/schemas/sharing.ts'
import { PlanPicture } from '../_components/plan-picture.tsx'

const fontFile = (name: string) => readFile(join(process.cwd(), 'app/_server/fonts', name))

/** The picture that a chat shows for a link to a plan, for as long as the link is live. */
export const GET = handle({
  viewer: 'none',
  params: tokenParams,
  async run({ params, now }) {
    const shared = await getSharedByLink(null, params.token, now)
    if (!shared) throw deadLink()
    const [serif, sans] = await Promise.all([fontFile('newsreader-560.ttf'), fontFile('public-sans-450.ttf')])
    return new ImageResponse(<PlanPicture plan={shared.plan} />, {
      width: 1200,
      height: 630,
      fonts: [
        { name: 'Newsreader', data: serif, weight: 600, style: 'normal' },
        { name: 'Public Sans', data: sans, weight: 400, style: 'normal' },
      ],
      headers: { 'cache-control': 'no-store' },
    })
  },
})
