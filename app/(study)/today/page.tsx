import type { Metadata } from 'next'
import { requireViewer } from '#app/_server/viewer.ts'
import { getToday } from '#db/queries/planning/today.ts'
import { Today } from './_components/today.tsx'

export const metadata: Metadata = { title: 'Today' }

export default async function TodayPage() {
  const viewer = await requireViewer('/today')
  return <Today initial={await getToday(viewer, Date.now())} />
}
