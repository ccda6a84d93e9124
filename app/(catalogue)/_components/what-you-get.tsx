import { counted } from '#lib/format.ts'

/** What the product is made of, a sentence each, and how to get an account. */
export function WhatYouGet({ total, organisations, plans }: { total: number; organisations: number; plans: number }) {
  const parts: { title: string; says: string; href: string; link: string }[] = [
    {
      title: 'Readings',
      says: `${counted(total, 'article, talk and paper', 'articles, talks and papers')} from ${organisations} organisations, sorted by the problem that each of them met.`,
      href: '/catalogue',
      link: 'Browse the catalogue',
    },
    {
      title: 'A plan with dates',
      says: `${plans} curated plans. You say the day and your minutes; each day says what to read. Fall behind, and it shows you the ways back.`,
      href: '/plans/new',
      link: 'Choose a plan',
    },
    {
      title: 'Notes and case cards',
      says: 'Keep what you learn as a card: the problem, the numbers, the choice, the trade-off. Print them for the last evening.',
      href: '/questions',
      link: 'Interview questions to use them on',
    },
    {
      title: 'A team',
      says: 'Share a plan by link. All see who did what on that plan, and nothing else of each other.',
      href: '#team',
      link: 'When a team is growing',
    },
  ]
  return (
    <>
      <section aria-labelledby="what" className="mt-14 border-t-2 border-ink pt-5">
        <h2 id="what" className="sr-only">
          What it is made of
        </h2>
        <ul className="grid gap-x-10 gap-y-6 sm:grid-cols-2 lg:grid-cols-4">
          {parts.map(({ title, says, href, link }) => (
            <li key={title}>
              <h3>{title}</h3>
              <p className="mt-1 text-quiet">{says}</p>
              <p className="mt-1 small">
                <a href={href} className="inline-block py-0.5">
                  {link}
                </a>
              </p>
            </li>
          ))}
        </ul>
      </section>
      <section
        data-when="signed-out"
        aria-labelledby="account"
        className="mt-10 flex flex-wrap items-center gap-x-6 gap-y-3 border-y border-hairline py-5"
      >
        <div className="min-w-0 grow basis-80">
          <h2 id="account" className="text-step-1">
            Keep it
          </h2>
          <p className="max-w-[60ch] text-quiet">
            An account keeps your marks, notes and plans. It takes a name, an e-mail address and a password, and is
            yours to take away or delete.
          </p>
        </div>
        <a href="/sign-up" className="button button-main">
          Create an account
        </a>
        <a href="/sign-in" className="inline-block py-1">
          Sign in
        </a>
      </section>
    </>
  )
}
