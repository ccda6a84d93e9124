import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { getViewer } from '#app/_server/viewer.ts'
import { SharedPlanHead } from '#components/sharing/shared-plan-head.tsx'
import { SharedPlanView } from '#components/sharing/shared-plan-view.tsx'
import { getSharedByLink } from '#db/queries/sharing/shared-plan.ts'
import { counted, minutesInWords } from '#lib/format.ts'
import { studyDayOf } from '#lib/study/study-day.ts'
import { requestOrigin } from '#lib/request-origin.ts'
import type { SharedPlan } from '#lib/sharing/shown-plan.ts'
import { settings } from '#lib/settings.ts'
import { Offers } from './_components/offers.tsx'

type Props = PageProps<'/shared/[token]'>

const sharedBy = cache(async (token: string) => getSharedByLink(await getViewer(), token, Date.now()))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { token } = await params
  const shared = await sharedBy(token)
  if (!shared) return {}
  const { plan } = shared
  const origin = requestOrigin(new Headers(await headers()), settings())
  const description = descriptionOf(shared.plan)
  const address = `${origin}/shared/${token}`
  const picture = { url: `${address}/picture`, width: 1200, height: 630, alt: `${plan.title}, a study plan` }
  return {
    title: plan.title,
    description,
    referrer: 'no-referrer',
    robots: shared.public ? { index: true } : { index: false, follow: false },
    openGraph: {
      type: 'article',
      siteName: 'Loadpath',
      title: plan.title,
      description,
      url: address,
      images: [picture],
    },
    twitter: { card: 'summary_large_image', title: plan.title, description, images: [picture] },
  }
}

function descriptionOf({ description, ownerName, itemCount, minutes }: SharedPlan): string {
  const size = `A study plan by ${ownerName}: ${counted(itemCount, 'item')}, ${minutesInWords(minutes)}.`
  return description ? `${size} ${description.replaceAll(/\s+/g, ' ').slice(0, 200)}` : size
}

/** What a link shows: the plan, and the two things that one can do with it. Opens without an account. */
export default async function SharedPage({ params, searchParams }: Props) {
  const { token } = await params
  const { ask } = await searchParams
  const shared = await sharedBy(token)
  if (!shared) notFound()
  const viewer = await getViewer()
  const { plan, role, joined } = shared
  const zone = viewer?.timeZone ?? 'UTC'
  return (
    <article>
      <SharedPlanHead plan={plan} eyebrow={`A study plan by ${plan.ownerName}`} />
      <Offers
        token={token}
        title={plan.title}
        ownerName={plan.ownerName}
        role={role}
        joined={joined}
        isSignedIn={viewer !== null}
        asks={ask === 'join' || ask === 'fork' ? ask : null}
        today={studyDayOf(viewer ?? { timeZone: 'UTC', rolloverHour: 0 }, Date.now())}
        timeZone={zone}
      />
      <div className="mt-12">
        <SharedPlanView plan={plan} />
      </div>
    </article>
  )
}
