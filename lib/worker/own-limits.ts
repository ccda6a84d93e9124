import type { TaskName } from './tasks.ts'

/**
 * Milliseconds of computing that a task may take where it is not the usual limit: laying out a diagram is slow, and odds
 * run the scheduler some hundred times.
 */
export const ownLimits: Partial<Record<TaskName, number>> = { renderWithDiagrams: 2_000, workOutOdds: 2_500 }
