'use client'

import { useState } from 'react'
import { DatesForm } from '#components/sharing/dates-form.tsx'
import { Modal } from '#components/ui/modal.tsx'
import { fileAddress } from '#hooks/api.ts'
import { useFork } from '#hooks/use-joining.ts'
import { newId } from '#lib/new-id.ts'
import { Part } from '../../_components/part.tsx'

interface CopyPlanProps {
  planId: string
  title: string
  /** ISO day of the viewer. */
  today: string
  timeZone: string
}

const files = [
  ['md', 'Markdown checklist', 'Reads well anywhere, and can be brought back in.'],
  ['json', 'JSON', 'Everything, for programs; can be brought back in.'],
  ['csv', 'CSV', 'For a spreadsheet, one way only.'],
] as const

/** Exports the plan as a file, or copies it. */
export function CopyPlan({ planId, title, today, timeZone }: CopyPlanProps) {
  const [isForking, setForking] = useState(false)
  const [forkId] = useState(newId)
  const fork = useFork({ planId })
  return (
    <Part title="Export this plan" words="The plan with your own ticks and nobody else’s.">
      <ul className="lines">
        {files.map(([format, name, words]) => (
          <li key={format}>
            <span>
              <a href={fileAddress('GET plans/[planId]/export', { params: { planId }, query: { format } })} download>
                {name}
              </a>
              <span className="small quiet block">{words}</span>
            </span>
          </li>
        ))}
        <li>
          <span>
            A copy of your own
            <span className="small quiet block">
              Yours alone to change. Later edits of this plan are offered to you, to take or leave.
            </span>
          </span>
          <button type="button" className="button button-small" onClick={() => setForking(true)}>
            Make a copy
          </button>
        </li>
      </ul>
      {isForking && (
        <Modal label="Make a copy" onClose={() => setForking(false)}>
          <h2 className="mb-4 text-lg">A copy of your own</h2>
          <DatesForm
            title={title}
            today={today}
            timeZone={timeZone}
            submit="Make the copy"
            error={fork.error}
            isPending={fork.isPending || fork.isSuccess}
            onSubmit={(dates) =>
              fork.mutate({ ...dates, id: forkId }, { onSuccess: (made) => location.assign(`/plans/${made.planId}`) })
            }
          />
        </Modal>
      )}
    </Part>
  )
}
