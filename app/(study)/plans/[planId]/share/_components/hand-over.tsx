'use client'

import { useId, useState } from 'react'
import { Modal } from '#components/ui/modal.tsx'
import { showToast } from '#components/ui/toaster.tsx'
import { useMembers, useSetOwner } from '#hooks/use-people.ts'
import type { MemberItem } from '#lib/api/sharing-answers.ts'
import { Part } from '../../_components/part.tsx'

/** Transfers the plan to another of its members. */
export function HandOver({ planId, members: initial }: { planId: string; members: MemberItem[] }) {
  const id = useId()
  const { data: members } = useMembers(planId, initial)
  const others = members.filter((member) => !member.self && member.joinedAt !== null)
  const [userId, setUserId] = useState('')
  const [isAsking, setAsking] = useState(false)
  const setOwner = useSetOwner(planId)
  const heir = others.find((member) => member.userId === userId)
  return (
    <Part title="Hand it over" words="Somebody else becomes the owner, and you an editor.">
      {others.length === 0 ? (
        <p className="quiet">Nobody else is on this plan yet.</p>
      ) : (
        <form
          className="flex flex-wrap items-end gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            setAsking(true)
          }}
        >
          <div className="field min-w-52 flex-1">
            <label htmlFor={id}>New owner</label>
            <select
              id={id}
              className="input"
              required
              value={userId}
              onChange={(event) => setUserId(event.target.value)}
            >
              <option value="">Choose somebody</option>
              {others.map((member) => (
                <option key={member.userId} value={member.userId}>
                  {member.name}
                </option>
              ))}
            </select>
          </div>
          <button type="submit" className="button">
            Hand over…
          </button>
        </form>
      )}
      {isAsking && heir && (
        <Modal label="Hand the plan over" onClose={() => setAsking(false)}>
          <h2 className="text-lg">Hand the plan over to {heir.name}?</h2>
          <p className="mt-2 max-w-[48ch]">
            From then on {heir.name} shares it, decides who is on it and may delete it. You stay on it as an editor, and
            only {heir.name} can give it back.
          </p>
          <div className="mt-5 flex gap-3">
            <button
              type="button"
              className="button button-main"
              disabled={setOwner.isPending}
              onClick={() =>
                setOwner.mutate(heir.userId, {
                  onSuccess: () => location.reload(),
                  onError: (error) => showToast({ text: `Not done: ${error.message}`, tone: 'error' }),
                })
              }
            >
              Hand over
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
