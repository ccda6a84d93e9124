import { z } from 'zod'
import { itemKinds, itemStateNames, tiers } from '#lib/planning/types.ts'
import { invalid } from '#lib/problems.ts'
import { itemDefaults, type PortablePlan } from './portable-plan.ts'

const format = 'loadpath-plan'
const version = 1

const item = z.object({
  kind: z.enum(itemKinds).default(itemDefaults.kind),
  tier: z.enum(tiers).default(itemDefaults.tier),
  minutes: z.int().default(itemDefaults.minutes),
  parts: z.int().default(itemDefaults.parts),
  readingId: z.string().nullable().default(null),
  url: z.string().nullable().default(null),
  title: z.string(),
  reason: z.string().default(''),
  prompt: z.string().default(''),
  touches: z.array(z.string()).default([]),
  remark: z.string().default(''),
  state: z.enum(itemStateNames).default('todo'),
})
const file = z.object({
  format: z.literal(format),
  version: z.literal(version),
  plan: z.object({
    title: z.string(),
    description: z.string().default(''),
    items: z.array(item).default([]),
    phases: z
      .array(z.object({ title: z.string(), goal: z.string().default(''), items: z.array(item).default([]) }))
      .default([]),
  }),
})

/** A plan as JSON: `{format: 'loadpath-plan', version: 1, plan}`. `fromJson` gives the same plan back. */
export function toJson(plan: PortablePlan): string {
  return `${JSON.stringify({ format, version, plan }, null, 2)}\n`
}

/**
 * Reads the JSON of `toJson`. Lengths and numbers are not checked here: that is done once, for all formats.
 * @throws Problem 422 on `file`, with a sentence that says where it is not such a plan.
 */
export function fromJson(json: string): PortablePlan {
  let value: unknown
  try {
    value = JSON.parse(json.replace(/^\ufeff/, ''))
  } catch {
    throw invalid('file', 'This file is not JSON. Export the plan again, or use its Markdown checklist.')
  }
  const parsed = file.safeParse(value)
  if (parsed.success) return parsed.data.plan
  const issue = parsed.error.issues[0]
  const path = issue?.path.join('.') ?? ''
  if (path === 'version')
    throw invalid('file', `This file is of a version that is not known here; this reads version ${version}.`)
  if (path === '' || path === 'format') throw invalid('file', 'This JSON is no plan of Loadpath.')
  throw invalid('file', `This file is damaged: "${path}" is missing or not what it should be.`)
}
