'use client'

// A client component though it does nothing in the browser: a server component's markup is sent a second time as data.
import { headPages, pagesAt } from '#lib/pages.ts'
import { NavLink } from './nav-link.tsx'
import { PhoneBar } from './phone-bar.tsx'
import { SearchBox } from './search-box.tsx'

/**
 * The head of every page. Static pages know of no viewer, so both states stand in it and the early script says which
 * one shows. On a phone the places stand in a bar at the foot.
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
        <nav aria-label="Site" className="-mx-2 hidden flex-wrap gap-x-1 sm:flex">
          <Places paths={headPages.everybody} />
          <span data-when="signed-in" className="contents">
            <Places paths={headPages.own} />
          </span>
        </nav>
        <div className="ml-auto flex items-center gap-4">
          {search && <SearchBox className="hidden w-56 lg:block" />}
          <a href="/search" className="small py-1 lg:hidden max-sm:[html:not([data-viewer])_&]:hidden">
            Search
          </a>
          <span data-when="signed-out" className="contents">
            <a href="/sign-in" className="small py-1" onClick={(event) => returnHere(event.currentTarget)}>
              Sign in
            </a>
          </span>
          <span data-when="signed-in" className="contents">
            <NavLink
              href="/inbox"
              name="Inbox"
              className="unread-count small py-1 underline aria-[current]:decoration-accent"
            />
            <a href="/settings" className="small py-1 max-sm:hidden">
              Settings
            </a>
          </span>
        </div>
      </div>
      <PhoneBar />
    </header>
  )
}

/** Makes a link to sign-in come back to this page. From home and from the pages of accounts it leads to today. */
function returnHere(link: HTMLAnchorElement): void {
  const { pathname, search, hash } = location
  if (pathname === '/' || /^\/(?:sign-(?:in|up)|reset)$/.test(pathname)) return
  link.href = `/sign-in?to=${encodeURIComponent(pathname + search + hash)}`
}

function Places({ paths }: { paths: Parameters<typeof pagesAt>[0] }) {
  return pagesAt(paths).map(({ path, name }) => (
    <NavLink
      key={path}
      href={path}
      name={name}
      className="rounded-sm px-2 py-1 sm:px-1.5 lg:px-2 aria-[current]:underline aria-[current]:decoration-accent aria-[current]:decoration-2 aria-[current]:underline-offset-8"
    />
  ))
}
