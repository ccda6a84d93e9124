import { textSelector } from '#lib/marks/rows.ts'

/** Whether an event's target takes text, so that keys are letters there. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches(textSelector))
}
