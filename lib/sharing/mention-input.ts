import { fold } from '../words/same-word.ts'

/** What was typed of a name behind the last @ before the caret, or null where no mention is begun there. */
export function mentionBefore(text: string, caret: number): string | null {
  return (
    /(?:^|[^\p{L}\p{N}\p{M}_/.:=&#%+@\\-]|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])@([\p{L}\p{N}\p{M}_ .'’-]{0,40})$/u.exec(
      text.slice(0, caret),
    )?.[1] ?? null
  )
}

/** The text with the begun mention made whole, and where the caret goes. */
export function completeMention(text: string, caret: number, name: string): { text: string; caret: number } {
  const begun = mentionBefore(text, caret) ?? ''
  const before = `${text.slice(0, caret - begun.length)}${name} `
  return { text: before + text.slice(caret), caret: before.length }
}

/** The names that begin with what was typed, in any spelling of it; at most `limit`. */
export function namesThatBegin(names: readonly string[], begun: string, limit = 5): string[] {
  const typed = fold(begun)
  return names.filter((name) => fold(name).startsWith(typed)).slice(0, limit)
}
