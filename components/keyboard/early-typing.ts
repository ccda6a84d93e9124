/** What was typed while the palette was being fetched; null when it is not. */
let typed: string | null = null

/** From here on keys are kept until `stopTyping`. */
export function startTyping(): void {
  typed ??= ''
}

/** Keeps a key where keys are kept, and says whether. */
export function keepTyped(event: KeyboardEvent): boolean {
  if (typed === null || event.key.length !== 1 || event.ctrlKey || event.metaKey) return false
  typed += event.key
  return true
}

/** What was typed so far. */
export function typedSoFar(): string {
  return typed ?? ''
}

/** From here on letters go where the focus is. */
export function stopTyping(): void {
  typed = null
}
