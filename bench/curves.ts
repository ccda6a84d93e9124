import { scaleLog } from 'd3-scale'

/** Cost over size, by measured points. */
export interface Curve {
  title: string
  /** What is counted on the x axis. */
  x: string
  /** Size, and milliseconds of processor time. */
  points: [size: number, ms: number][]
}

/**
 * The power with which cost grows: 1 where twice as much costs twice as much, 0 where it costs the same. The slope of
 * the straight line that fits the logarithms best (least squares).
 */
export function exponentOf(points: [number, number][]): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(Math.max(y, 1e-6))] as const)
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [mx, my] = [mean(logs.map(([x]) => x)), mean(logs.map(([, y]) => y))]
  const above = logs.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0)
  const below = logs.reduce((sum, [x]) => sum + (x - mx) ** 2, 0)
  return above / below
}

const [width, height, gap, perRow] = [300, 220, 20, 3]

/** All curves as one SVG: a small picture each, both axes logarithmic, every point with its figure. */
export function drawCurves(curves: Curve[]): string {
  const rows = Math.ceil(curves.length / perRow)
  const size = [perRow * (width + gap) + gap, rows * (height + gap) + gap]
  const parts = curves.map((curve, at) => {
    const [left, top] = [gap + (at % perRow) * (width + gap), gap + Math.floor(at / perRow) * (height + gap)]
    return `<g transform="translate(${left} ${top})">${drawCurve(curve)}</g>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.join(' ')}" width="${size[0]}" font-family="sans-serif" font-size="11" fill="#1b1d22"><rect width="100%" height="100%" fill="#fbfaf6"/>${parts.join('')}</svg>\n`
}

function drawCurve({ title, x, points }: Curve): string {
  const sizes = points.map(([size]) => size)
  const costs = points.map(([, ms]) => ms)
  const across = scaleLog([Math.min(...sizes), Math.max(...sizes)], [30, width - 40])
  // Two decades at least, so that what hardly grows looks as if it hardly grew.
  const low = Math.min(...costs) / 2
  const up = scaleLog([low, Math.max(Math.max(...costs) * 2, low * 100)], [height - 50, 40])
  const at = points.map(([size, ms]) => [across(size), up(ms)] as const)
  const line = at.map(([px, py]) => `${px.toFixed(1)},${py.toFixed(1)}`).join(' ')
  const marks = points.map(([size, ms], index) => {
    const [px, py] = at[index] ?? [0, 0]
    const label = ms < 10 ? ms.toFixed(1) : Math.round(ms).toLocaleString('en')
    return `<circle cx="${px.toFixed(1)}" cy="${py.toFixed(1)}" r="3" fill="#0b7a75"/><text x="${px.toFixed(1)}" y="${(py - 8).toFixed(1)}" text-anchor="middle">${label}</text><text x="${px.toFixed(1)}" y="${height - 30}" text-anchor="middle">${size.toLocaleString('en')}</text>`
  })
  return `<text font-size="13" y="12">${title}, ms</text><line x1="10" x2="${width - 10}" y1="${height - 44}" y2="${height - 44}" stroke="#c9c5ba"/><polyline points="${line}" fill="none" stroke="#0b7a75" stroke-width="1.5"/>${marks.join('')}<text x="${width / 2}" y="${height - 12}" text-anchor="middle" fill="#6b6f78">${x}</text>`
}
