'use client'

import { useState } from 'react'
import { Modal } from '#components/ui/modal.tsx'
import { showToast } from '#components/ui/toaster.tsx'
import { useLeavePlan } from '#hooks/use-people.ts'
import { Part } from '../../_components/part.tsx'

/** Leaves the plan, after a question. */
export function LeavePlan({ planId, userId }: { planId: string; userId: string }) {
  const [isAsking, setAsking] = useState(false)
  const leave = useLeavePlan(planId, userId)
  return (
    <Part
      title="Leave it"
      words="Your marks and notes stay yours, and what you ticked is there again if you come back."
    >
      <button type="button" className="button justify-self-start" onClick={() => setAsking(true)}>
        Leave this plan…
      </button>
      {isAsking && (
        <Modal label="Leave this plan" onClose={() => setAsking(false)}>
          <h2 className="text-lg">Leave this plan?</h2>
          <p className="mt-2 max-w-[48ch]">
            It goes from your days and your list, and you no longer see the others. Notes that you share with it leave
            it with you; your comments stay.
          </p>
          <div className="mt-5 flex gap-3">
            <button
              type="button"
              className="button button-main"
              disabled={leave.isPending || leave.isSuccess}
              onClick={() =>
                leave.mutate(undefined, {
                  onSuccess: () => location.assign('/plans'),
                  onError: (error) => showToast({ text: `Not done: ${error.message}`, tone: 'error' }),
                })
              }
            >
              Leave
            </button>
            <button type="button" className="button" onClick={() => setAsking(false)}>
              Stay
            </button>
          </div>
        </Modal>
      )}
    </Part>
  )
}
