'use client'

import { useEffect, useState } from 'react'
import { keptMarkup } from './markup-store.ts'

/** Renders kept markup on the server, and in the browser adopts what the document already holds; see `StaticRows`. */
export function KeptRows({ name }: { name: string }) {
  const id = `rows-${name.replaceAll('/', '-')}`
  const [html] = useState(() =>
    typeof document === 'undefined' ? keptMarkup(name) : (document.getElementById(id)?.innerHTML ?? ''),
  )
  // Reached without a new document, there is nothing to adopt: ask for one.
  useEffect(() => {
    if (html === '') location.reload()
  }, [html])
  return <ol id={id} className="rows" dangerouslySetInnerHTML={{ __html: html }} suppressHydrationWarning />
}
