'use client'

import { useEffect, useRef } from 'react'

const cell = { pitch: 13, left: 28, top: 18 }

/** Says below the year's figure which day is pointed at and its minutes. The figure's table has them for everybody. */
export function HeatHint() {
  const line = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    const host = line.current?.parentElement
    const say = (text: string) => line.current && (line.current.textContent = text)
    const onMove = (event: PointerEvent) => {
      const figure = event.target instanceof Element ? event.target.closest<SVGSVGElement>('svg[data-heat]') : null
      say(figure ? hintAt(figure, event) : '')
    }
    const onLeave = () => say('')
    host?.addEventListener('pointermove', onMove)
    host?.addEventListener('pointerdown', onMove)
    host?.addEventListener('pointerleave', onLeave)
    return () => {
      host?.removeEventListener('pointermove', onMove)
      host?.removeEventListener('pointerdown', onMove)
      host?.removeEventListener('pointerleave', onLeave)
    }
  }, [])
  return <p ref={line} className="small figures absolute right-0 bottom-0 text-right" aria-hidden />
}

function hintAt(figure: SVGSVGElement, { clientX, clientY }: PointerEvent): string {
  const point = new DOMPoint(clientX, clientY).matrixTransform(figure.getScreenCTM()?.inverse())
  const [column, row] = [(point.x - cell.left) / cell.pitch, (point.y - cell.top) / cell.pitch].map(Math.floor)
  const { heat = '', heatFrom = '', heatSkip = '0' } = figure.dataset
  if (column === undefined || row === undefined || row < 0 || row > 6 || column < 0) return ''
  const index = column * 7 + row
  const minutes = heat.split(' ')[index]
  if (!minutes) return ''
  const day = new Date(`${heatFrom}T12:00:00Z`)
  day.setUTCDate(day.getUTCDate() + index - Number(heatSkip))
  const name = day.toLocaleDateString('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  return `${name}: ${minutes === '0' ? 'no minutes' : `${minutes} min`}`
}
