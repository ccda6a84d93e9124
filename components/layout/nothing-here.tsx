import { SearchBox } from './search-box.tsx'

/** The page for an unknown address: what that means, and where to go instead. */
export function NothingHere() {
  return (
    <div className="max-w-[65ch]">
      <h1>There is nothing at this address</h1>
      <p className="prose mt-3 text-quiet">
        The page was moved, the address has a slip in it, or it belongs to somebody else. Readings keep their address
        for ever, so a search finds what you were after.
      </p>
      <SearchBox large className="mt-6" />
      <p className="mt-6 flex flex-wrap gap-6">
        <a href="/catalogue" className="py-1">
          The catalogue
        </a>
        <a href="/" className="py-1">
          Start page
        </a>
      </p>
    </div>
  )
}
