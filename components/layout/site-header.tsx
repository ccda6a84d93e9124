'use client'

// A client component though it does nothing in the browser: a server component's markup is sent a second time as data.
import { SearchBox } from './search-box.tsx'

const places = [
  ['/catalogue', 'Catalogue'],
  ['/organisations', 'Organisations'],
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
      <div className="page flex flex-wrap items-center gap-x-4 gap-y-1 py-3 lg:gap-x-6">
        <a href="/" className="font-serif text-xl font-[600] tracking-tight no-underline">
          Loadpath
        </a>
        <nav aria-label="Site" className="order-last -mx-2 flex w-full flex-wrap gap-x-1 sm:order-none sm:w-auto">
          {places.map(([href, name]) => (
            <NavLink key={href} href={href} name={name} />
          ))}
          <span data-when="signed-in" className="contents">
            {own.map(([href, name]) => (
              <NavLink key={href} href={href} name={name} />
            ))}
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
            <a href="/settings" className="small py-1">
              Settings
            </a>
          </span>
        </div>
      </div>
    </header>
  )
}

function NavLink({ href, name }: { href: string; name: string }) {
  return (
    <a href={href} className="rounded-sm px-1.5 py-1 text-quiet lg:px-2 no-underline hover:text-accent">
      {name}
    </a>
  )
}
