import { itemKinds, type ItemState, tiers } from '#lib/planning/types.ts'
import { hiddenLines } from '#lib/markdown/hidden-lines.ts'
import { fromLine, goesOn, toLine, toLines } from './markdown-text.ts'
import { itemDefaults, type PortableItem, type PortablePhase, type PortablePlan } from './portable-plan.ts'

/*
 * The checklist:
 *
 *     # Title
 *
 *     > Description, as many lines as it has
 *
 *     ## A phase
 *
 *     > Its goal
 *
 *     - [x] [Title of a reading](https://…) `read · must · 25 min · id-of-the-reading`
 *       - reason: why it is here
 *     - [ ] Draw it from memory `drill · should · 40 min · 2 parts`
 *       - prompt: …
 *       - touches: one of the things that a good answer touches
 *       - remark: …
 *
 * `[x]` is done, `[-]` skipped. What stands in backticks may be left out: any list of `- [ ]` lines can be read, nested
 * ones with the words of the bullets above before their own ("Trees: Video"); of a list without boxes, each bullet is one.
 */

const boxes: Record<ItemState, string> = { todo: ' ', done: 'x', skipped: '-' }
const details = ['reason', 'prompt', 'touches', 'remark'] as const

/** A plan as a Markdown checklist. `fromMarkdown` gives the same plan back. */
export function toMarkdown(plan: PortablePlan): string {
  const out = [`# ${toLine(plan.title)}`, '', ...quoted(plan.description), ...plan.items.flatMap(itemLines)]
  for (const phase of plan.phases)
    out.push(
      ...(out.at(-1) === '' ? [] : ['']),
      `## ${toLine(phase.title)}`,
      '',
      ...quoted(phase.goal),
      ...phase.items.flatMap(itemLines),
    )
  return `${out.join('\n').replace(/\n+$/, '')}\n`
}

function quoted(text: string): string[] {
  return text === '' ? [] : [...toLines(text).map((line) => `> ${line}`), '']
}

function itemLines(item: PortableItem): string[] {
  const { kind, tier, minutes, parts, readingId, url } = item
  const facts = [kind, tier, `${minutes} min`, parts > 1 ? `${parts} parts` : '', readingId ?? ''].filter(Boolean)
  const title = toLine(item.title)
  const linked = url === null ? title : `[${title}](${encodeAddress(url)})`
  const lines = [`- [${boxes[item.state]}] ${linked} \`${facts.join(' · ')}\``]
  for (const name of details)
    for (const text of [item[name]].flat())
      if (text !== '' || name === 'touches')
        lines.push(...toLines(text).map((line, index) => (index === 0 ? `  - ${name}: ${line}` : `    ${line}`)))
  return lines
}

/** An address as a link's destination: what would end it early, or be read as an escape, is escaped. */
function encodeAddress(url: string): string {
  return url.replaceAll(/[()<>\\]|&(?=#?\w+;)/g, '\\$&').replaceAll(/\s/g, (space) => encodeURIComponent(space))
}

/** What a file held: the plan, and sentences about lines that were left out. */
export interface ReadPlan {
  plan: PortablePlan
  ignored: string[]
}

/** Reads a checklist: one that `toMarkdown` wrote, or any list under headings, with boxes or without. Never throws. */
export function fromMarkdown(markdown: string): ReadPlan {
  const plan: PortablePlan = { title: '', description: '', items: [], phases: [] }
  const ignored: string[] = []
  let phase: PortablePhase | null = null
  let item: PortableItem | null = null
  const lines = markdown.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)
  const hidden = hiddenLines(lines)
  const hasBoxes = lines.some((line, at) => !hidden[at] && boxLine.test(line))
  /** Bullets without a box under which others stand. */
  let above: { indent: number; words: string }[] = []
  let isOurs = false
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (line.trim() === '' || hidden[at]) continue
    const heading = /^(#{1,6})(?: (.*))?$/.exec(line)
    const box = boxLine.exec(line)
    const bullet = box ? null : bulletLine.exec(line)
    const indent = indentOf(line)
    const detail = /^\s{2,}- (reason|prompt|touches|remark): ?(.*)$/.exec(line)
    if (heading?.[1] === '#' && plan.title === '' && phase === null) plan.title = fromLine(heading[2] ?? '')
    else if (heading) {
      phase = { title: fromLine(heading[2] ?? ''), goal: '', items: [] }
      plan.phases.push(phase)
      item = null
      above = []
    } else if (box) {
      above = above.filter((one) => one.indent < indent)
      isOurs ||= readFacts(/`([^`]*)`\s*$/.exec(box[2] ?? '')?.[1] ?? '') !== null
      item = under(above, readItem(box[2] ?? '', box[1] ?? ' '))
      ;(phase ?? plan).items.push(item)
    } else if (detail && item) {
      const text = read(detail[2] ?? '', /^ {0,4}/)
      if (detail[1] === 'touches') item.touches.push(text)
      else item[detail[1] as 'reason'] = text
    } else if (bullet && (hasBoxes ? leads(at) : true)) {
      above = above.filter((one) => one.indent < indent)
      const made = readItem(bullet[1] ?? '', ' ')
      if (hasBoxes || (made.url === null && leads(at))) above.push({ indent, words: made.title })
      else {
        item = under(above, made)
        ;(phase ?? plan).items.push(item)
      }
    } else if (line.startsWith('>') && item === null) {
      const text = read(line.slice(1).replace(/^ /, ''), /^> ?/)
      if (phase) phase.goal = join(phase.goal, text)
      else plan.description = join(plan.description, text)
    } else ignored.push(`Line ${at + 1} is no item of a checklist and was left out.`)

    /** Whether a bullet stands below this line's, further in. */
    function leads(from: number): boolean {
      const next = lines.findIndex((other, index) => index > from && other.trim() !== '')
      return next > 0 && /^\s*(?:[-*+]|\d{1,9}[.)])\s/.test(lines[next] ?? '') && indentOf(lines[next] ?? '') > indent
    }

    /** The text from here on, over as many lines as it goes on. */
    function read(first: string, indent: RegExp): string {
      let text = ''
      let rest = first
      while (goesOn(rest) && at + 1 < lines.length) {
        text += `${fromLine(rest.slice(0, -1))}\n`
        at += 1
        rest = (lines[at] ?? '').replace(indent, '')
      }
      return text + fromLine(rest)
    }
  }
  const isFilled = plan.items.length > 0 || plan.phases.some((each) => each.items.length > 0)
  if (!isOurs && isFilled) plan.phases = plan.phases.filter((each) => each.items.length > 0)
  return { plan, ignored }
}

const boxLine = /^\s*(?:[-*+]|\d{1,9}[.)])\s+\[(.?)\]\s+([^\n]*)$/
const bulletLine = /^\s*(?:[-*+]|\d{1,9}[.)])\s+(\S[^\n]*)$/

/** Columns before a line's words; a tab is four. */
function indentOf(line: string): number {
  return (/^\s*/.exec(line)?.[0] ?? '').replaceAll('\t', '    ').length
}

/** As much as a title holds. */
const longestTitle = 300

/** An item with the words of the bullets that it stands under before its own, as many of the nearest as there is room for. */
function under(above: readonly { words: string }[], item: PortableItem): PortableItem {
  let { title } = item
  for (const { words } of above.toReversed()) {
    if (words.length + 2 + title.length > longestTitle) break
    title = `${words}: ${title}`
  }
  return { ...item, title }
}

function join(before: string, text: string): string {
  return before === '' ? text : `${before}\n${text}`
}

function readItem(text: string, box: string): PortableItem {
  const state: ItemState = box.toLowerCase() === 'x' ? 'done' : box === '-' ? 'skipped' : 'todo'
  const facts = /`([^`]*)`$/.exec(text.trimEnd())
  const known = facts && readFacts(facts[1] ?? '')
  const rest = facts && known ? text.slice(0, facts.index).replace(/ $/, '') : text
  const link = wholeLink.exec(rest) ?? null
  const part = link ? null : linkWithin.exec(rest)
  if (part) {
    const title = fromLine(rest.replace(part[0], part[1] ?? ''))
    return { ...itemDefaults, kind: 'read', touches: [], ...known, url: fromLine(part[2] ?? ''), title, state }
  }
  const title = fromLine(link?.[1] ?? rest)
  const url = link ? fromLine(link[2] ?? '') : null
  return { ...itemDefaults, kind: url ? 'read' : 'task', touches: [], ...known, url, title, state }
}

const wholeLink = /^\[((?:\\.|[^\\\]])*)\]\(((?:\\.|[^()\s\\]|\([^()\s\\]*\))+)\)$/
/** A link with words around it; what this program writes escapes the brackets of such words. */
const linkWithin = /(?<!\\)\[((?:\\.|[^\\[\]])*)\]\((https?:\/\/(?:[^()\s\\]|\([^()\s\\]*\))+)(?:\s+"[^"]*")?\)/

/** What stands in backticks behind an item, or null when it is code of the title. */
function readFacts(text: string): Partial<PortableItem> | null {
  const known: Partial<PortableItem> = {}
  for (const word of text.split(' · ')) {
    const kind = itemKinds.find((kind) => kind === word)
    const tier = tiers.find((tier) => tier === word)
    const minutes = /^(\d{1,5}) min$/.exec(word)
    const parts = /^(\d{1,3}) parts$/.exec(word)
    if (kind && known.kind === undefined) known.kind = kind
    else if (tier && known.tier === undefined) known.tier = tier
    else if (minutes) known.minutes = Number(minutes[1])
    else if (parts) known.parts = Number(parts[1])
    else if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(word)) known.readingId = word
    else return null
  }
  return known.kind || known.tier || known.minutes ? known : null
}
