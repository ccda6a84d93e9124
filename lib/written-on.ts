import { conflict } from './problems.ts'

/**
 * Makes sure that texts are still those that a change was written on.
 * @param was the texts as its writer had them; those left out are not asked about.
 * @param current the texts as they are.
 * @throws Problem 409 with the current texts, where one was changed by somebody else and not to the very same.
 */
export function requireWrittenOn<T extends Record<string, unknown>>(
  current: T,
  was: { [name in keyof T]?: T[name] | undefined } | undefined,
  wanted: { [name in keyof T]?: T[name] | undefined },
): void {
  for (const name of Object.keys(was ?? {}) as (keyof T)[]) {
    if (was?.[name] === undefined || was[name] === current[name] || wanted[name] === current[name]) continue
    throw conflict('Somebody changed this text since you opened it.', current)
  }
}
