import { renderMarkdown } from '#lib/markdown/render-markdown.ts'

/** What a worker can be asked to do: slow for some inputs, so never done where others wait. */
export const tasks = { renderMarkdown }

/** The name of one of `tasks`. */
export type TaskName = keyof typeof tasks
