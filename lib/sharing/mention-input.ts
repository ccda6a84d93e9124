/** What was typed of a name behind the last @ before the caret, or null where no mention is begun there. */
export function mentionBefore(text: string, caret: number): string | null {
  return /(?:^|[^\p{L}\p{N}_])@([\p{L}\p{N}_ .'’-]{0,40})$/u.exec(text.slice(0, caret))?.[1] ?? null
}

/** The text with the begun mention made whole, and where the caret goes. */
export function completeMention(text: string, caret: number, name: string): { text: string; caret: number } {
  const begun = mentionBefore(text, caret) ?? ''
  const before = `${text.slice(0, caret - begun.length)}${name} `
  return { text: before + text.slice(caret), caret: before.length }
}
