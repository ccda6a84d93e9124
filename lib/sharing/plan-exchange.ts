import { MAX_ITEMS } from '#lib/planning/rules.ts'
import { invalid } from '#lib/problems.ts'
import { toCsv } from './plan-csv.ts'
import { fromJson, toJson } from './plan-json.ts'
import { fromMarkdown, type ReadPlan, toMarkdown } from './plan-markdown.ts'
import { itemsOf, type PortableItem, type PortablePlan } from './portable-plan.ts'

/** The formats that a plan can be had in, with what each is sent as. */
export const planFormats = {
  md: { type: 'text/markdown; charset=utf-8', write: toMarkdown },
  json: { type: 'application/json; charset=utf-8', write: toJson },
  csv: { type: 'text/csv; charset=utf-8', write: toCsv },
} as const

/** What a plan that is read from a file may hold: characters of each text, entries, numbers. */
export const portableLimits = {
  planTitle: 120,
  description: 2000,
  phaseTitle: 120,
  goal: 300,
  title: 300,
  reason: 500,
  prompt: 5000,
  remark: 2000,
  touches: 20,
  touch: 300,
  minutes: 6000,
  parts: 200,
  phases: 500,
} as const

/**
 * Reads a plan from a file's text, Markdown or JSON, whichever it is.
 * @throws Problem 422 on `file` when it is no plan, holds nothing to do, or something is too long.
 */
export function readPlan(text: string): ReadPlan {
  const isJson = /^\ufeff?\s*[{[]/.test(text) && !/^\ufeff?\s*\[.?\]/.test(text)
  const read = isJson ? { plan: fromJson(text), ignored: [] } : fromMarkdown(text)
  checkPlan(read.plan)
  return read
}

function checkPlan(plan: PortablePlan): void {
  const items = itemsOf(plan)
  if (items.length === 0 && plan.title === '')
    throw invalid('file', 'There is no plan in this file. A checklist has lines such as "- [ ] Read the Dynamo paper".')
  if (items.length > MAX_ITEMS)
    throw invalid('file', `This plan has ${items.length} items; a plan takes at most ${MAX_ITEMS}.`)
  if (plan.phases.length > portableLimits.phases)
    throw invalid('file', `This plan has ${plan.phases.length} headings; it may have ${portableLimits.phases}.`)
  refuseLong('The title of the plan', plan.title, portableLimits.planTitle)
  refuseLong('The description of the plan', plan.description, portableLimits.description)
  for (const [index, phase] of plan.phases.entries()) {
    refuseLong(`The title of phase ${index + 1}`, phase.title, portableLimits.phaseTitle)
    refuseLong(`The goal of phase ${index + 1}`, phase.goal, portableLimits.goal)
  }
  for (const [index, item] of items.entries()) checkItem(item, `item ${index + 1}`)
}

function checkItem(item: PortableItem, name: string): void {
  if (item.title.trim() === '') throw invalid('file', `The title of ${name} is empty.`)
  refuseLong(`The title of ${name}`, item.title, portableLimits.title)
  for (const key of ['reason', 'prompt', 'remark'] as const)
    refuseLong(`The ${key} of ${name}`, item[key], portableLimits[key])
  if (item.touches.length > portableLimits.touches)
    throw invalid('file', `What ${name} touches has over ${portableLimits.touches} entries.`)
  for (const touch of item.touches) refuseLong(`What ${name} touches`, touch, portableLimits.touch)
  refuseNumber(`The minutes of ${name}`, item.minutes, portableLimits.minutes)
  refuseNumber(`The parts of ${name}`, item.parts, portableLimits.parts)
}

function refuseLong(what: string, text: string, max: number): void {
  if (text.includes('\0') || !text.isWellFormed())
    throw invalid('file', `${what} holds a character that cannot be stored.`)
  if (text.length > max) throw invalid('file', `${what} is longer than ${max} characters.`)
}

function refuseNumber(what: string, value: number, max: number): void {
  if (!Number.isInteger(value) || value < 1 || value > max)
    throw invalid('file', `${what} must be a whole number from 1 to ${max}.`)
}
