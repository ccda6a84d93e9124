import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { requireViewer } from '#app/_server/viewer.ts'
import { PaintMarks } from '#components/catalogue/reading-rows.tsx'
import { Breadcrumb } from '#components/layout/breadcrumb.tsx'
import { FreshOnFocus } from '#components/study/fresh-on-focus.tsx'
import { listRowsFor } from '#db/queries/own/own-readings.ts'
import { getList, listLists } from '#db/queries/study/lists.ts'
import { listQueue } from '#db/queries/study/queue.ts'
import { ListDetail } from '../_components/list-detail.tsx'

export const metadata: Metadata = { title: 'List' }

export default async function ListPage({ params }: PageProps<'/lists/[listId]'>) {
  const { listId } = await params
  const viewer = await requireViewer(`/lists/${listId}`)
  const list = await getList(viewer, listId)
  if (!list) notFound()
  const [items, queue, rows] = await Promise.all([
    listLists(viewer),
    listQueue(viewer),
    listRowsFor(viewer, list.readingIds),
  ])
  return (
    <>
      <Breadcrumb steps={[{ href: '/lists', name: 'Queue and lists' }]} />
      <ListDetail listId={listId} rows={rows} lists={{ items, queue }} />
      <PaintMarks nonce={(await headers()).get('x-nonce') ?? undefined} />
      <FreshOnFocus at={Date.now()} />
    </>
  )
}
