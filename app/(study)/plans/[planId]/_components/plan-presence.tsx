'use client'

import type { ReactNode } from 'react'
import { usePlanVersion } from '#hooks/use-plan-version.ts'
import type { PlanRole } from '#lib/permissions.ts'

interface PlanPresenceProps {
  planId: string
  pulse: string
  role: PlanRole
  children: ReactNode
}

/** Shows a page of a plan for as long as the viewer is on it, in an open tab too. */
export function PlanPresence({ planId, pulse, role, children }: PlanPresenceProps) {
  const { gone } = usePlanVersion(planId, { pulse, role })
  if (!gone) return children
  return (
    <div className="empty" role="alert">
      <h1 className="mb-2 text-2xl">This plan is no longer yours to see</h1>
      <p className="mb-4">
        It was deleted, you were taken off it, or you are signed out. Your marks and notes are yours as before.
      </p>
      <a className="button button-main" href="/plans">
        Your plans
      </a>
    </div>
  )
}
