import type { PlanItemDetail } from '#lib/api/plan-answers.ts'
import { type Tier, tiers } from '#lib/planning/types.ts'

const names = ['title', 'reason', 'prompt', 'remark'] as const

/** The words of an item that several people may edit. */
export type ItemWordNames = Record<(typeof names)[number], string>

/** The words of an item as they are. */
export function wordsOf({ title, reason, prompt, remark }: PlanItemDetail): ItemWordNames {
  return { title, reason, prompt, remark }
}

/**
 * What the form of an item changes: only what its writer changed is sent, as each change moves days, and as words that
 * somebody else changed meanwhile stay theirs.
 * @param opened the words that the form came with
 * @param was the words as they are known to be: those of the form, or those that a conflict told
 */
export function itemChange(item: PlanItemDetail, data: FormData, opened: ItemWordNames, was: ItemWordNames) {
  const text = (name: string) => String(data.get(name) ?? '').trim()
  const minutes = Math.round(Number(text('minutes')))
  const tier = tiers.find((one) => one === text('tier')) ?? item.tier
  const phaseId = text('phaseId') || null
  const pin = text('pin') || null
  const words = names.filter((name) => text(name) !== opened[name].trim())
  const pick = (of: (name: (typeof names)[number]) => string) =>
    Object.fromEntries(words.map((name) => [name, of(name)])) as Partial<ItemWordNames>
  return {
    ...pick(text),
    ...(words.length > 0 ? { was: pick((name) => was[name]) } : {}),
    ...(minutes > 0 && minutes !== item.minutes ? { minutes } : {}),
    ...(tier === item.tier ? {} : { tier: tier satisfies Tier }),
    ...(phaseId === item.phaseId ? {} : { phaseId }),
    ...(pin === item.pin ? {} : { pin }),
  }
}
