import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { Problem } from '#lib/problems.ts'
import { BootError } from '../boot.ts'

/**
 * Parses a command's arguments.
 * @throws BootError with one sentence when they do not fit.
 */
export function readArguments<const T extends ParseArgsOptionsConfig>(args: string[], options: T) {
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    throw new BootError(`${(error as Error).message.split('. ')[0]}.`)
  }
}

/** The parts of a list that was given with commas; none when it was not given. */
export function commaList(value: string | undefined): string[] {
  return (value ?? '').split(',').flatMap((part) => part.trim() || [])
}

/** Runs `work`; a Problem ends the command with its sentence. */
export async function saying<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Problem) throw new BootError(error.detail)
    throw error
  }
}
