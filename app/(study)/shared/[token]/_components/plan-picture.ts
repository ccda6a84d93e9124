import type { Picture } from '#app/_server/picture/picture.tsx'
import { counted, minutesInWords } from '#lib/format.ts'
import type { SharedPlan } from '#lib/sharing/shown-plan.ts'

/** What the picture of a shared plan shows: its title, its size and its phases. */
export function planPicture(plan: SharedPlan): Picture {
  return {
    title: plan.title || 'A study plan',
    eyebrow: plan.ownerName ? `A study plan by ${plan.ownerName}` : 'A study plan',
    figures: `${counted(plan.itemCount, 'item')} · ${minutesInWords(plan.minutes)}`,
    parts: plan.phases
      .filter((phase) => phase.items.length > 0)
      .map(({ title, items }) => ({ title, size: items.reduce((sum, item) => sum + item.minutes, 0) })),
    offer: 'Join it, or make your own copy',
  }
}
