'use client'

import { useState } from 'react'
import { Modal } from '#components/ui/modal.tsx'
import { showToast } from '#components/ui/toaster.tsx'
import { useMembers } from '#hooks/use-people.ts'
import { useRemovePlan } from '#hooks/use-plans.ts'
import { counted } from '#lib/format.ts'
import type { MemberItem } from '#lib/api/sharing-answers.ts'
import { Part } from '../../_components/part.tsx'

interface RemovePlanProps {
  planId: string
  title: string
  members: MemberItem[]
}

/** Deletes the plan, after listing who else is on it. */
export function RemovePlan({ planId, title, members: initial }: RemovePlanProps) {
  const { data: members } = useMembers(planId, initial)
  const [isAsking, setAsking] = useState(false)
  const remove = useRemovePlan(planId)
  const others = members.filter((member) => !member.self && member.joinedAt !== null)
  return (
    <Part title="Delete it" words="You can have it back for 30 days.">
      <button type="button" className="button justify-self-start" onClick={() => setAsking(true)}>
        Delete this plan…
      </button>
      {isAsking && (
        <Modal label="Delete this plan" onClose={() => setAsking(false)}>
          <h2 className="text-lg">Delete “{title}”?</h2>
          {others.length === 0 ? (
            <p className="mt-2">Nobody else is on it.</p>
          ) : (
            <>
              <p className="mt-2">
                {counted(others.length, 'person is', 'people are')} on it besides you and will lose it:
              </p>
              <ul className="mt-1 max-h-48 overflow-y-auto">
                {others.map((member) => (
                  <li key={member.userId}>
                    {member.name} <span className="small quiet">{member.role}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
          <p className="mt-2 max-w-[48ch]">
            Marks and notes stay with each of you. For 30 days you can bring it back from your list of plans, for
            everybody.
          </p>
          <div className="mt-5 flex gap-3">
            <button
              type="button"
              className="button button-main"
              disabled={remove.isPending || remove.isSuccess}
              onClick={() =>
                remove.mutate(undefined, {
                  onSuccess: () => location.assign('/plans'),
                  onError: (error) => showToast({ text: `Not deleted: ${error.message}`, tone: 'error' }),
                })
              }
            >
              Delete
            </button>
            <button type="button" className="button" onClick={() => setAsking(false)}>
              Keep it
            </button>
          </div>
        </Modal>
      )}
    </Part>
  )
}
