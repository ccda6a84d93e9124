import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { orNotFound } from '#app/_server/or-not-found.ts'
import { requireViewer } from '#app/_server/viewer.ts'
import { listComments } from '#db/queries/sharing/comments.ts'
import { requireRole } from '#db/queries/planning/memberships.ts'
import { listMembers } from '#db/queries/sharing/members.ts'
import { getItemPlace } from '#db/queries/planning/plan-item.ts'
import { listProgress } from '#db/queries/sharing/progress.ts'
import { listSharedNotes } from '#db/queries/sharing/shared-notes.ts'
import { minutesInWords } from '#lib/format.ts'
import { canComment, canSeePlan } from '#lib/permissions.ts'
import { practiceHref } from '#lib/practice/answer.ts'
import { kindWords } from '#lib/planning/words.ts'
import { itemId as itemIdSchema, planId as planIdSchema } from '#lib/api/plan-params.ts'
import { NoteCard } from '../../_components/note-card.tsx'
import { PageHead } from '../../_components/page-head.tsx'
import { Comments } from './_components/comments.tsx'
import { DoneBy } from './_components/done-by.tsx'

export const metadata: Metadata = { title: 'Item' }

export default async function ItemPage({ params }: PageProps<'/plans/[planId]/items/[itemId]'>) {
  const { planId, itemId } = await params
  const viewer = await requireViewer(`/plans/${planId}/items/${itemId}`)
  if (!planIdSchema.safeParse(planId).success || !itemIdSchema.safeParse(itemId).success) notFound()
  const [{ phaseTitle, item }, role, comments, members, progress] = await orNotFound(
    Promise.all([
      getItemPlace(viewer, planId, itemId),
      requireRole(viewer, planId, canSeePlan),
      listComments(viewer, planId, itemId),
      listMembers(viewer, planId),
      listProgress(viewer, planId),
    ]),
  )
  const facts = [kindWords[item.kind], item.tier, minutesInWords(item.minutes), phaseTitle ?? ''].filter(Boolean)
  const onIt = item.readingId === null ? [] : await listSharedNotes(viewer, planId, item.readingId)
  return (
    <>
      <PageHead title={item.title} words={facts.join(' · ')}>
        {item.readingId && (
          <a className="button" href={`/readings/${item.readingId}`}>
            The reading
          </a>
        )}
        {item.questionId && (item.kind === 'drill' || item.kind === 'mock') && (
          <a className="button button-main" href={practiceHref(item.questionId, item.kind, item.id)}>
            Practise
          </a>
        )}
      </PageHead>
      <div className="grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="grid content-start gap-10">
          <ItemWords item={item} />
          <Comments
            planId={planId}
            itemId={itemId}
            comments={comments}
            names={members.filter((member) => member.joinedAt !== null).map((member) => member.name)}
            canWrite={canComment(role)}
            timeZone={viewer.timeZone}
            now={Date.now()}
          />
        </div>
        <aside className="grid content-start gap-8">
          <DoneBy itemId={itemId} progress={progress} />
          {onIt.length > 0 && (
            <section aria-labelledby="notes">
              <h2 id="notes" className="mb-2 text-lg">
                Notes on it
              </h2>
              <div className="grid gap-4">
                {onIt.map((note) => (
                  <NoteCard key={note.userId} note={note} />
                ))}
              </div>
            </section>
          )}
        </aside>
      </div>
    </>
  )
}

function ItemWords({ item }: { item: Awaited<ReturnType<typeof getItemPlace>>['item'] }) {
  if (!item.reason && !item.prompt && item.touches.length === 0 && !item.remark) return null
  return (
    <div className="grid gap-4">
      {item.reason && <p className="prose italic">{item.reason}</p>}
      {item.prompt && <p className="prose whitespace-pre-line">{item.prompt}</p>}
      {item.touches.length > 0 && (
        <details>
          <summary className="py-1">What a good answer touches</summary>
          <ul className="prose list-disc pl-5">
            {item.touches.map((touch) => (
              <li key={touch}>{touch}</li>
            ))}
          </ul>
        </details>
      )}
      {item.remark && <p className="item-remark">{item.remark}</p>}
    </div>
  )
}
