/** The hatch of what is under way, for all figures of a page. */
export function Hatch() {
  return (
    <svg width="0" height="0" className="absolute" aria-hidden>
      <pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="4" height="4" fill="var(--amber-wash)" />
        <rect width="1.5" height="4" fill="var(--amber)" />
      </pattern>
    </svg>
  )
}
