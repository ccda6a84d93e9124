'use client'

import { usePathname } from 'next/navigation'

/** A link to a place of the site that says when one is there (`page`) or below it (`true`). */
export function NavLink({ href, name, className }: { href: string; name: string; className: string }) {
  const path = usePathname()
  const here = path === href ? 'page' : path.startsWith(`${href}/`) ? 'true' : undefined
  return (
    <a
      href={href}
      aria-current={here}
      className={`text-quiet no-underline hover:text-accent aria-[current]:text-ink ${className}`}
    >
      {name}
    </a>
  )
}
