import type { CSSProperties } from 'react'
import { foldMap } from '#lib/catalogue/fold-map.ts'
import { type Box, labelHeight, type MapSection } from '#lib/catalogue/map-layout.ts'

/**
 * The catalogue as a treemap: a tile a topic, as large as it has readings. Its colour says how much of it the list still
 * holds; for the viewer it is filled from below by how much of it they have done. Every tile leads to its topic. Drawn for three widths, of which one shows. In HTML and not in SVG:
 * names must wrap and keep their size while the tiles stretch with the page.
 */
export function CatalogueMap({ sections }: { sections: MapSection[] }) {
  return (
    <nav aria-label="Map of the catalogue; the same stands in the table below">
      <Drawing sections={sections} width={1072} height={640} className="max-lg:hidden" />
      <Drawing sections={sections} width={690} height={860} className="max-sm:hidden lg:hidden" />
      <Drawing sections={sections} width={343} height={1300} className="sm:hidden" />
    </nav>
  )
}

function Drawing({
  sections,
  width,
  height,
  className,
}: {
  sections: MapSection[]
  width: number
  height: number
  className: string
}) {
  return (
    <div className={`map ${className}`} style={{ height }}>
      {foldMap(sections, width, height).map(({ section, box, tiles }) => [
        <a key={section.id} href={`/catalogue/${section.id}`} style={place({ ...box, height: labelHeight })}>
          {section.title}
        </a>,
        ...tiles.map(({ topic, box, label, widthPx, folds }) => (
          <a
            key={topic.path}
            href={`/catalogue/${topic.path}`}
            style={{ ...place(box), '--listed': (topic.listed / topic.readingIds.length).toFixed(2) } as CSSProperties}
            data-tile={topic.path}
            // Too small to press: the table below has the same link.
            tabIndex={Math.min(widthPx, box.height) < 24 ? -1 : undefined}
            data-small={label?.small ? '' : undefined}
            title={`${folds > 0 ? `${topic.title} in ${section.title}` : tiles.length === 1 ? section.title : topic.title}: ${topic.readingIds.length}`}
            suppressHydrationWarning
          >
            {label?.name ? (
              <b style={{ WebkitLineClamp: label.lines }}>{label.name}</b>
            ) : (
              <span className="sr-only">{section.title}: </span>
            )}
            {label?.count && <small suppressHydrationWarning>{topic.readingIds.length}</small>}
          </a>
        )),
      ])}
    </div>
  )
}

function place({ x, width, y, height }: Box) {
  return { left: `${x}%`, width: `${width}%`, top: y, height }
}
