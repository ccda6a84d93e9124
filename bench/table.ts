/** A line of the figures: what was measured, how much it is, and what it may be at most, where there is a limit. */
export interface Figure {
  what: string
  value: number
  limit: number | null
  unit: 'ms' | 'kB' | 'pages' | 'µs' | '%' | 'MB' | '×'
  note?: string
}

/** Whether a figure keeps its limit. Pages must be just as many, shares at least as large. */
export function keeps({ value, limit, unit }: Figure): boolean {
  if (limit === null) return true
  if (unit === 'pages') return value === limit
  return unit === '%' ? value >= limit : value <= limit
}

/** All figures as one Markdown table with columns of one width, which reads as well in a terminal. */
export function formatTable(figures: Figure[]): string {
  const rows = figures.map((figure) => [
    figure.what,
    `${figure.unit === 'pages' ? figure.value : figure.value.toFixed(1)} ${figure.unit}`,
    figure.limit === null
      ? ''
      : `${figure.unit === 'pages' ? '' : figure.unit === '%' ? '>= ' : '<= '}${figure.limit} ${figure.unit}`,
    keeps(figure) ? (figure.limit === null ? '' : 'yes') : 'NO',
    figure.note ?? '',
  ])
  const head = ['measured', 'value', 'limit', 'kept', 'note']
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)))
  const line = (cells: string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line)].join('\n')
}
