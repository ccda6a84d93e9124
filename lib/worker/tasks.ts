import { renderMarkdown } from '#lib/markdown/render-markdown.ts'
import { oddsOf, type OddsInput } from '#lib/planning/odds.ts'

/** What a worker can be asked to do: slow for some inputs, so never done where others wait. */
export const tasks = { renderMarkdown, workOutOdds }

/** Odds of `lib/planning/odds.ts`, in and out as JSON. */
function workOutOdds(input: string): string {
  return JSON.stringify(oddsOf(JSON.parse(input) as OddsInput))
}

/** The name of one of `tasks`. */
export type TaskName = keyof typeof tasks
