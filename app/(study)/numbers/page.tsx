import type { Metadata } from 'next'
import { requireViewer } from '#app/_server/viewer.ts'
import { listChains } from '#db/queries/numbers/chains.ts'
import { getEstimation } from '#db/queries/numbers/estimates.ts'
import { listFigures } from '#db/queries/numbers/figures.ts'
import { kindNames } from '#lib/numbers/sourced-figure.ts'
import { Estimation } from './_components/estimation.tsx'
import { Chains } from './_components/chains.tsx'
import { FigureAxis } from './_components/figure-axis.tsx'

export const metadata: Metadata = { title: 'Numbers' }

export default async function NumbersPage() {
  const viewer = await requireViewer('/numbers')
  const [{ figures, unread }, chains] = await Promise.all([listFigures(viewer), listChains()])
  const { score, count, asked } = await getEstimation(viewer, figures)
  const own = figures.filter(({ isOwn }) => isOwn).length
  return (
    <>
      <header className="pb-8">
        <h1>Numbers</h1>
        <p className="quiet mt-2 max-w-measure">
          The figures that interviews turn on, read out of the questions and of the “Numbers” of your case cards
          {own === 0 ? '; you have no card with a figure yet.' : '. A full dot is yours.'}
        </p>
      </header>
      <section aria-labelledby="chains" className="mb-14">
        <h2 id="chains" className="mb-1">
          Estimate step by step
        </h2>
        <Chains chains={chains} />
      </section>
      <section aria-labelledby="ranges" className="mb-14">
        <h2 id="ranges" className="mb-1">
          Ranges you are 90 % sure of
        </h2>
        <Estimation asked={asked} score={score} count={count} />
      </section>
      <section aria-labelledby="figures">
        <h2 id="figures" className="mb-4">
          How large, how many, how fast
        </h2>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-x-14 gap-y-10 md:grid-cols-2">
          {kindNames.map(([kind, title]) => (
            <FigureAxis
              key={kind}
              kind={kind}
              title={title}
              figures={figures.filter((figure) => figure.kind === kind)}
            />
          ))}
        </div>
      </section>
      {unread.length > 0 && (
        <section aria-labelledby="unread" className="mt-12">
          <h2 id="unread" className="mb-2 text-lg">
            Kept as text
          </h2>
          <ul className="lines">
            {unread.map(({ text, system, href }) => (
              <li key={href}>
                <span>{text}</span>
                <a href={href} className="small">
                  {system}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
