'use client'

// A client component though it does nothing in the browser: a server component's markup is sent a second time as data.
import { ThemeSwitch } from './theme-switch.tsx'

/** The credit that the catalogue's licence asks for, on every page. */
export function SiteFooter() {
  return (
    <footer className="no-print mt-auto pt-16">
      <div className="page hairline flex flex-wrap justify-between gap-x-8 gap-y-2 py-6 small quiet">
        <p className="max-w-[65ch]">
          The catalogue grew out of{' '}
          <a href="https://github.com/binhnguyennus/awesome-scalability">awesome-scalability</a> by Binh Nguyen and
          contributors: its July 2018 edition under <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>
          , with changes; what came from March 2019 on under the{' '}
          <a href="https://github.com/binhnguyennus/awesome-scalability/blob/master/LICENSE">MIT licence</a>, copyright
          2019 Nguyễn Quốc Bình. Like that list, it thanks Jonas Bonér for the inspiration.
        </p>
        <div className="flex flex-wrap items-baseline gap-x-6 gap-y-1">
          <ThemeSwitch />
          <span data-when="signed-in" className="contents">
            <a href="/changes" className="min-h-6">
              What changed
            </a>
          </span>
          <a href="/api" className="min-h-6">
            API
          </a>
          <button type="button" data-opens="keys" className="min-h-6 underline decoration-rule underline-offset-4">
            Keys
          </button>
        </div>
      </div>
    </footer>
  )
}
