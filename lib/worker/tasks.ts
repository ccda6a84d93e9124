import { renderMarkdown } from '#lib/markdown/render-markdown.ts'
import type { OddsInput } from '#lib/planning/odds.ts'

/** What a worker can be asked to do: slow for some inputs, so never done where others wait. */
export const tasks = {
  renderMarkdown,
  /** With its diagrams drawn; what draws them is loaded when the first one comes. */
  renderWithDiagrams: async (text: string) =>
    (await import('#lib/markdown/render-with-diagrams.ts')).renderWithDiagrams(text),
  /** Odds of `lib/planning/odds.ts`, in and out as JSON. */
  workOutOdds: async (input: string) =>
    JSON.stringify((await import('#lib/planning/odds.ts')).oddsOf(JSON.parse(input) as OddsInput)),
} satisfies Record<string, (input: string) => string | Promise<string>>

/** The name of one of `tasks`. */
export type TaskName = keyof typeof tasks
