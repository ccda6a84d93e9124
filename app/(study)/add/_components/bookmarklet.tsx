'use client'

import { useEffect, useRef } from 'react'
import { bookmarklet } from '#lib/own/capture.ts'

/** The bookmarklet to drag to the browser's bar, and how a phone does the same. */
export function Bookmarklet() {
  const link = useRef<HTMLAnchorElement>(null)
  // React writes no address that is a script.
  useEffect(() => link.current?.setAttribute('href', bookmarklet(location.origin)), [])
  return (
    <section aria-labelledby="capture" className="mt-12 max-w-[44rem] border-t border-hairline pt-6">
      <h2 id="capture" className="mb-2">
        From any page
      </h2>
      <p className="mb-4 max-w-[60ch]">
        Drag this button to your browser’s bar of bookmarks. Pressed on any page, it brings you here with the page’s
        address, its title and the words that you have selected.
      </p>
      <p className="mb-4">
        <a
          ref={link}
          href="/add"
          className="button"
          draggable
          onClick={(event) => {
            event.preventDefault()
          }}
        >
          Add to Loadpath
        </a>
      </p>
      <p className="quiet small max-w-[60ch]">
        On a phone, put Loadpath on the home screen from the browser’s menu: it then stands in the share menu of every
        app that shares pages (on Android; elsewhere, copy the address and paste it above).
      </p>
    </section>
  )
}
