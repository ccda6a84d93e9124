import type { ReadingDetail } from '#lib/api/catalogue.ts'

/** What the work calls itself, where the page's heading is the list's name for it. */
export function Work({ reading }: { reading: ReadingDetail }) {
  const { title, work } = reading
  if (!work?.title || work.title === title) return null
  return (
    <p className="mt-4 max-w-[65ch] font-serif text-lg">
      <span className="small quiet block font-sans">The work’s own title</span>
      {work.title}
    </p>
  )
}
