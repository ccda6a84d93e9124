import { useState } from 'react'
import { Modal } from '#components/ui/modal.tsx'
import { showToast } from '#components/ui/toaster.tsx'
import { useRemoveMember } from '#hooks/use-people.ts'
import type { MemberItem } from '#lib/api/sharing-answers.ts'

/** Asks before a member is removed from the plan. */
export function RemoveMember({ planId, member, onClose }: { planId: string; member: MemberItem; onClose: () => void }) {
  const remove = useRemoveMember(planId)
  const [revokeLinks, setRevokeLinks] = useState(member.joinedAt !== null)
  const { name, userId } = member
  return (
    <Modal label={`Remove ${name}`} onClose={onClose}>
      <h2 className="text-lg">Take {name} off this plan?</h2>
      <p className="mt-2 max-w-[48ch]">
        {name} is refused at once, in an open tab too. Marks, notes and what was ticked stay with {name}; notes shared
        with this plan leave it.
      </p>
      {member.joinedAt !== null && (
        <label className="mt-3 flex items-center gap-2">
          <input
            type="checkbox"
            className="size-4 accent-[var(--accent)]"
            checked={revokeLinks}
            onChange={(event) => setRevokeLinks(event.target.checked)}
          />
          Revoke all links too, so that none leads back
        </label>
      )}
      <form
        method="dialog"
        className="mt-5 flex gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          remove.mutate(
            { userId, revokeLinks },
            {
              onSuccess: () => {
                onClose()
                showToast({ text: `${name} is off the plan.` })
              },
              onError: (error) => showToast({ text: `Not done: ${error.message}`, tone: 'error' }),
            },
          )
        }}
      >
        <button type="submit" className="button button-main" disabled={remove.isPending}>
          Remove
        </button>
        <button type="button" className="button" onClick={onClose}>
          Keep
        </button>
      </form>
    </Modal>
  )
}
