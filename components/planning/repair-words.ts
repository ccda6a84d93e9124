import type { RepairKind } from '#lib/planning/repairs.ts'

/** The ways back onto a plan: what each is called, what it keeps, and what is said once it is done. */
export const repairWords: Record<RepairKind, { title: string; keeps: string; done: string }> = {
  shift: { title: 'Shift', keeps: 'Keep your minutes and every item.', done: 'The end has moved.' },
  squeeze: { title: 'Squeeze', keeps: 'Keep the end and every item.', done: 'Your minutes have grown.' },
  trim: { title: 'Trim', keeps: 'Keep the end and your minutes.', done: 'The plan is trimmed.' },
  resume: {
    title: 'Take it up from here',
    keeps: 'Keep the end and your minutes.',
    done: 'Your days are planned anew.',
  },
  restart: { title: 'Start over', keeps: 'Keep what is done, forget the dates.', done: 'Your days are planned anew.' },
}
