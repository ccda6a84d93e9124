'use client'

// A client component though it does nothing in the browser: a server component's markup is sent a second time as data.
import { usePathname } from 'next/navigation'
import { SearchBox } from './search-box.tsx'

const places = [
  ['/catalogue', 'Catalogue'],
  ['/organisations', 'Organisations'],
  ['/questions', 'Questions'],
] as const
const own = [
  ['/today', 'Today'],
  ['/plans', 'Plans'],
  ['/notes', 'Notes'],
  ['/dashboard', 'Dashboard'],
] as const

/**
 * The head of every page. Static pages know of no viewer, so both states stand in it and the early script says which
 * one shows.
 */
export function SiteHeader({ search = true }: { search?: boolean }) {
  return (
    <header className="no-print border-b border-hairline">
      <a className="skip-link" href="#main">
        Skip to the content
      </a>
      <div className="page flex flex-wrap items-center gap-x-4 gap-y-1 py-3 lg:gap-x-6 max-sm:[[data-viewer]_&]:gap-x-3">
        <a href="/" className="font-serif text-xl font-[600] tracking-tight no-underline">
          Loadpath
        </a>
        {/* On a phone a guest's places stand in a second line; the viewer's share the first, and their own are second. */}
        <nav aria-label="Site" className="contents sm:-mx-2 sm:flex sm:flex-wrap sm:gap-x-1">
          <span className="-mx-2 flex gap-x-1 max-sm:order-1 max-sm:w-full max-sm:[[data-viewer]_&]:order-none max-sm:[[data-viewer]_&]:-mx-1 max-sm:[[data-viewer]_&]:w-auto max-sm:[[data-viewer]_&]:gap-x-0 max-sm:[[data-viewer]_&]:text-sm sm:contents">
            {places.map(([href, name]) => (
              <NavLink key={href} href={href} name={name} />
            ))}
          </span>
          <span data-when="signed-in" className="contents">
            <span className="-mx-2 flex flex-wrap justify-between max-sm:order-2 max-sm:w-[calc(100%+1rem)] sm:contents">
              {own.map(([href, name]) => (
                <NavLink key={href} href={href} name={name} />
              ))}
              <NavLink href="/settings" name="Settings" className="sm:hidden" />
            </span>
          </span>
        </nav>
        <div className="ml-auto flex items-center gap-4">
          {search && <SearchBox className="hidden w-56 lg:block" />}
          <a href="/search" className="small py-1 lg:hidden">
            Search
          </a>
          <span data-when="signed-out" className="contents">
            <a href="/sign-in" className="small py-1">
              Sign in
            </a>
          </span>
          <span data-when="signed-in" className="contents">
            <a href="/settings" className="small py-1 max-sm:hidden">
              Settings
            </a>
          </span>
        </div>
      </div>
    </header>
  )
}

function NavLink({ href, name, className = '' }: { href: string; name: string; className?: string }) {
  const path = usePathname()
  const here = path === href ? 'page' : path.startsWith(`${href}/`) ? 'true' : undefined
  return (
    <a
      href={href}
      aria-current={here}
      className={`rounded-sm px-2 py-1 text-quiet no-underline sm:px-1.5 lg:px-2 hover:text-accent aria-[current]:text-ink aria-[current]:underline aria-[current]:decoration-accent aria-[current]:decoration-2 aria-[current]:underline-offset-8 ${className}`}
    >
      {name}
    </a>
  )
}
