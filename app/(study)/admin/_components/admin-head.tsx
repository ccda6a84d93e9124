const pages = [
  ['/admin/import', 'Import'],
  ['/admin/links', 'Links'],
  ['/admin/offers', 'Offers'],
  ['/admin/people', 'People'],
  ['/admin/invites', 'Invitations'],
  ['/admin/log', 'Security log'],
  ['/admin/jobs', 'Jobs and health'],
] as const

/** The head of the admin's pages: navigation between them, and what the page is for. */
export function AdminHead({ path, title, words }: { path: string; title: string; words: string }) {
  return (
    <header className="pb-8">
      <nav aria-label="Admin" className="-mx-2 mb-3 flex flex-wrap gap-1">
        {pages.map(([href, name]) => (
          <a
            key={href}
            href={href}
            aria-current={href === path ? 'page' : undefined}
            className="rounded-sm px-2 py-1 text-quiet no-underline hover:text-accent aria-[current]:font-[560] aria-[current]:text-ink aria-[current]:underline aria-[current]:decoration-accent"
          >
            {name}
          </a>
        ))}
      </nav>
      <h1>{title}</h1>
      <p className="quiet max-w-[65ch]">{words}</p>
    </header>
  )
}
