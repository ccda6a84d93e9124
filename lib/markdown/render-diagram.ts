import { renderMermaidSVG } from 'beautiful-mermaid'
import sanitizeHtml from 'sanitize-html'

/** The most of a diagram that is drawn: lines of its text, and arrows. Laying out is slow beyond it, and nobody reads it. */
export const diagramLimits = { characters: 10_000, lines: 120, links: 150 } as const

/** Colours and sizes may stand in a drawing, addresses may not: a drawing loads nothing. */
const plainValue = /^(?:url\(#[\w-]+\)|[^:;<>\\]*)$/
const shapes = 'svg g defs marker rect circle ellipse line path polygon polyline text tspan'.split(' ')
const looks =
  'fill stroke stroke-width stroke-dasharray stroke-linejoin stroke-linecap opacity font-size font-weight font-style text-anchor dominant-baseline transform marker-start marker-end'
const places =
  'x y x1 y1 x2 y2 dx dy cx cy r rx ry d points width height viewBox markerWidth markerHeight refX refY orient'

const drawing: sanitizeHtml.IOptions = {
  allowedTags: shapes,
  allowedAttributes: {
    '*': `${looks} ${places}`.split(' '),
    svg: ['xmlns', 'viewBox', 'width', 'height', 'role', 'aria-label'],
    marker: ['id'],
  },
  parser: { lowerCaseTags: false, lowerCaseAttributeNames: false, xmlMode: true },
  nonTextTags: ['style', 'script', 'title', 'desc'],
  transformTags: {
    '*': (tagName, attribs) => ({
      tagName,
      attribs: Object.fromEntries(
        Object.entries(attribs).filter(([name, value]) => name === 'xmlns' || isPlain(value)),
      ),
    }),
  },
}

function isPlain(value: string): boolean {
  return plainValue.test(value) && (value.startsWith('url(#') || !/url\s*\(/i.test(value))
}

/** Why a diagram is not drawn, in a sentence; null where it may be tried. */
export function diagramProblem(source: string): string | null {
  const { characters, lines, links } = diagramLimits
  if (source.length > characters)
    return `This diagram has over ${characters.toLocaleString('en')} characters, so it stands here as text.`
  if (source.split('\n').length > lines) return `This diagram has over ${lines} lines, so it stands here as text.`
  if ((source.match(/--|==|-\.|~~|&|;/g)?.length ?? 0) > links)
    return `This diagram has over ${links} arrows, so it stands here as text.`
  return null
}

/**
 * Draws a diagram that a person wrote in Mermaid's language, as SVG that may stand in any page: shapes and words alone,
 * coloured by the page's style sheet.
 * @throws Error for a text that is no such diagram
 */
export function renderDiagram(source: string): string {
  const svg = renderMermaidSVG(source, { transparent: true, padding: 8 })
  return sanitizeHtml(svg, drawing).replace('<svg ', '<svg role="img" aria-label="Diagram" ')
}
