/** Most characters of Markdown that a person may write in one piece. */
export const maxMarkdown = 50_000
