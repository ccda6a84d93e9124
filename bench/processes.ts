import { readdirSync, readFileSync } from 'node:fs'

// Read from /proc: Linux alone. Elsewhere the rows that need it are left out.

/** A process and all that it started, directly or not. */
export function processTree(pid: number): number[] {
  const children = new Map<number, number[]>()
  for (const entry of readdirSync('/proc'))
    if (/^\d+$/.test(entry)) {
      const parent = Number(statOf(Number(entry))?.[1] ?? 0)
      children.set(parent, [...(children.get(parent) ?? []), Number(entry)])
    }
  const found = [pid]
  for (const one of found) found.push(...(children.get(one) ?? []))
  return found
}

/** Fields of a process's state from the third on, or null when it has ended. */
function statOf(pid: number): string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}

/** Seconds of processor time that processes took so far, in user and system mode; a clock tick is 10 ms. */
export function cpuSeconds(pids: number[]): number {
  return pids.reduce((sum, pid) => {
    const stat = statOf(pid)
    return sum + (stat ? (Number(stat[11]) + Number(stat[12])) / 100 : 0)
  }, 0)
}

/** Megabytes of memory that processes hold. */
export function memoryOf(pids: number[]): number {
  return pids.reduce((sum, pid) => {
    try {
      const kB = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
      return sum + Number(kB ?? 0) / 1024
    } catch {
      return sum
    }
  }, 0)
}
