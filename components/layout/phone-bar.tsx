'use client'

import { barPages, pagesAt } from '#lib/pages.ts'
import { NavLink } from './nav-link.tsx'

const place = 'flex flex-1 items-center justify-center border-t-2 border-transparent'
const menuId = 'more-places'

/** The places of the site in a bar at the foot of a phone; what it has no room for opens above it. */
export function PhoneBar() {
  return (
    <nav aria-label="Site" className="phone-bar small sm:hidden">
      <span data-when="signed-out" className="contents">
        {pagesAt(barPages.guest).map(({ path, name }) => (
          <BarLink key={path} href={path} name={name} />
        ))}
      </span>
      <span data-when="signed-in" className="contents">
        {pagesAt(barPages.own).map(({ path, name }) => (
          <BarLink key={path} href={path} name={name} />
        ))}
        <button type="button" popoverTarget={menuId} className={`${place} text-quiet`}>
          More
        </button>
        <div
          id={menuId}
          popover="auto"
          className="inset-x-0 top-auto bottom-(--bar) m-0 w-full border-y border-rule bg-sheet px-4 py-2 text-ink open:grid grid-cols-2"
        >
          <button
            type="button"
            data-opens="palette"
            popoverTarget={menuId}
            popoverTargetAction="hide"
            className="min-h-11 text-left text-quiet"
          >
            Go to
          </button>
          {pagesAt(barPages.more).map(({ path, name }) => (
            <NavLink key={path} href={path} name={name} className="flex min-h-11 items-center" />
          ))}
        </div>
      </span>
    </nav>
  )
}

function BarLink({ href, name }: { href: string; name: string }) {
  return <NavLink href={href} name={name} className={`${place} aria-[current]:border-accent`} />
}
