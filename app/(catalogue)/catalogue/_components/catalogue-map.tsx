import { shortTopicName } from '#lib/catalogue/short-name.ts'
import { type Box, labelHeight, labelTile, layOutMap, type MapSection } from '#lib/catalogue/map-layout.ts'

/**
 * The catalogue as a treemap: a tile a topic, as large as it has readings, filled from below by how much of it the
 * viewer has done. Every tile leads to its topic. Drawn for three widths, of which one shows; text keeps its size.
 */
export function CatalogueMap({ sections }: { sections: MapSection[] }) {
  return (
    <>
      <Drawing sections={sections} width={1072} height={640} className="max-lg:hidden" />
      <Drawing sections={sections} width={720} height={860} className="max-sm:hidden lg:hidden" />
      <Drawing sections={sections} width={358} height={1300} className="sm:hidden" />
    </>
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
    <svg
      className={`map ${className}`}
      width="100%"
      height={height}
      role="group"
      aria-label="The catalogue as a map; the same stands in the table below"
    >
      {layOutMap(sections, width, height).map(({ section, box, tiles }) => (
        <g key={section.id}>
          <svg {...place({ ...box, height: labelHeight })}>
            <foreignObject width="100%" height="100%">
              <a href={`/catalogue/${section.id}`} className="map-section">
                {section.title}
              </a>
            </foreignObject>
          </svg>
          {tiles.map(({ topic, box, widthPx }) => {
            const alone = tiles.length === 1
            const label = alone
              ? { name: '', lines: 1, small: false, count: true }
              : labelTile(shortTopicName(topic.title, section.title), widthPx, box.height)
            return (
              <svg key={topic.path} {...place(box)}>
                <a
                  href={`/catalogue/${topic.path}`}
                  data-tile={topic.path}
                  suppressHydrationWarning
                  aria-label={`${alone ? section.title : topic.title}, ${topic.readingIds.length} readings`}
                >
                  <title>{`${alone ? section.title : topic.title}: ${topic.readingIds.length}`}</title>
                  <rect className="map-tile" width="100%" height="100%" />
                  <rect className="map-done" width="100%" height="100%" />
                  {label && (
                    <foreignObject width="100%" height="100%">
                      <div className={label.small ? 'map-name map-name-small' : 'map-name'}>
                        <span style={{ WebkitLineClamp: label.lines }}>{label.name}</span>
                        {label.count && (
                          <small data-count suppressHydrationWarning>
                            {topic.readingIds.length}
                          </small>
                        )}
                      </div>
                    </foreignObject>
                  )}
                </a>
              </svg>
            )
          })}
        </g>
      ))}
    </svg>
  )
}

function place({ x, width, y, height }: Box) {
  return { x: `${x}%`, width: `${width}%`, y, height }
}
