'use client'

import { useState } from 'react'
import { useComments, useCreateComment, useRemoveComment, useSetComment } from '#hooks/use-comments.ts'
import { newId } from '#lib/new-id.ts'
import type { CommentItem } from '#lib/api/sharing-answers.ts'
import { momentInWords } from '#lib/sharing/moments.ts'
import { CommentForm } from './comment-form.tsx'

interface CommentsProps {
  planId: string
  itemId: string
  comments: CommentItem[]
  /** Of the people on the plan, who can be mentioned. */
  names: string[]
  canWrite: boolean
  timeZone: string
  /** When the page was made, in milliseconds, UTC. */
  now: number
}

/** What people say about an item. */
export function Comments({ planId, itemId, comments: initial, names, canWrite, timeZone, now }: CommentsProps) {
  const { data: comments } = useComments(planId, itemId, initial)
  const create = useCreateComment(planId)
  const [draftId, setDraftId] = useState(newId)
  return (
    <section aria-labelledby="comments">
      <h2 id="comments" className="mb-2">
        Comments
      </h2>
      {comments.length === 0 && (
        <p className="quiet mb-4">
          {canWrite ? 'None yet. Ask, answer, or say what was worth it; @ and a name calls somebody.' : 'None yet.'}
        </p>
      )}
      {comments.map((comment) => (
        <Comment key={comment.id} planId={planId} comment={comment} names={names} when={when(comment)} />
      ))}
      {canWrite && (
        <div className="hairline pt-4">
          <CommentForm
            key={draftId}
            label="Your comment"
            names={names}
            submit="Comment"
            isPending={create.isPending}
            draft={`comment:${planId}:${itemId}`}
            onSubmit={(markdown, onSent) =>
              create.mutate(
                { id: draftId, itemId, markdown },
                {
                  onSuccess: () => {
                    onSent()
                    setDraftId(newId())
                  },
                },
              )
            }
          />
        </div>
      )}
    </section>
  )

  function when({ createdAt, editedAt }: CommentItem): string {
    return `${momentInWords(createdAt, now, timeZone)}${editedAt === null ? '' : ' · edited'}`
  }
}

interface CommentProps {
  planId: string
  comment: CommentItem
  names: string[]
  when: string
}

function Comment({ planId, comment, names, when }: CommentProps) {
  const [isEditing, setEditing] = useState(false)
  const set = useSetComment(planId)
  const remove = useRemoveComment(planId)
  return (
    <article className="comment" data-mentions={comment.mentionsMe ? '' : undefined} id={comment.id}>
      <header>
        <strong>{comment.name}</strong>
        <span className="figures">{when}</span>
        {comment.mentionsMe && <span className="text-accent">mentions you</span>}
        <span className="no-print ml-auto flex gap-3">
          {comment.canEdit && !isEditing && (
            <button type="button" className="underline" onClick={() => setEditing(true)}>
              Edit
            </button>
          )}
          {comment.canRemove && (
            <button
              type="button"
              className="underline"
              onClick={() => remove.mutate(comment.id)}
              aria-label={`Remove the comment of ${comment.name}`}
            >
              Remove
            </button>
          )}
        </span>
      </header>
      {isEditing ? (
        <CommentForm
          label="Change your comment"
          initial={comment.markdown}
          names={names}
          submit="Save"
          isPending={set.isPending}
          onCancel={() => setEditing(false)}
          draft={`comment:${comment.id}`}
          onSubmit={(markdown, onSent) =>
            set.mutate(
              { id: comment.id, markdown },
              {
                onSuccess: () => {
                  onSent()
                  setEditing(false)
                },
              },
            )
          }
        />
      ) : (
        <div className="written mt-1" dangerouslySetInnerHTML={{ __html: comment.html }} />
      )}
    </article>
  )
}
