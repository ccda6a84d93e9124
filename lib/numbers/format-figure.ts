import type { FigureKind } from './units.ts'

const sizes = ['B', 'kB', 'MB', 'GB', 'TB', 'PB', 'EB', 'ZB']
const counts = ['', ' k', ' M', ' bn', ' tn', ' qn']
const times = [
  [31_536_000, 'years'],
  [86_400, 'days'],
  [3600, 'h'],
  [60, 'min'],
  [1, 's'],
  [1e-3, 'ms'],
  [1e-6, 'µs'],
  [1e-9, 'ns'],
] as const

/** A value of a kind in the unit that makes it short: `23.1 k a second`, `6 TB`, `50 ms`. */
export function formatFigure(kind: FigureKind, value: number): string {
  if (kind === 'time') {
    const [seconds, name] = times.find(([unit]) => value >= unit * 0.9995) ?? [1e-9, 'ns']
    return `${digits(value / seconds)} ${name}`
  }
  if (kind === 'size') return stepped(value, sizes, ' ')
  if (kind === 'bandwidth') return `${stepped(value, sizes, ' ')}/s`
  if (kind === 'share') return `${digits(value)} %`
  const count = stepped(value, counts, '')
  return kind === 'rate' ? `${count} a second` : kind === 'money' ? `$${count}` : count
}

function stepped(value: number, names: readonly string[], space: string): string {
  const step = value < 1 ? 0 : Math.min(names.length - 1, Math.floor(Math.log10(value * 1.0005) / 3))
  return `${digits(value / 1000 ** step)}${space}${names[step]}`
}

function digits(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: 3 })
}
