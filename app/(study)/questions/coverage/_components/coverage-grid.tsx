import type { Readiness } from '#lib/questions/coverage.ts'
import type { Block, Question } from '#lib/questions/question.ts'
import { lights } from './lights.ts'

/** Questions by building blocks: a cell for each block of a question's answer, lit by what was done for it. */
export function CoverageGrid({
  rows,
  blocks,
}: {
  rows: readonly { question: Question; readiness: Readiness }[]
  blocks: readonly Block[]
}) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways, by keyboard too
    <div className="coverage-scroll" tabIndex={0} role="group" aria-label="Questions by building blocks">
      <table className="coverage-grid">
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">Question</span>
            </th>
            {blocks.map(({ id, title }) => (
              <th key={id} scope="col">
                <span>{title}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ question, readiness }) => (
            <tr key={question.id}>
              <th scope="row">
                <a href={`#${question.id}`}>{question.title}</a>
              </th>
              {blocks.map((block) => {
                const cell = readiness.cells.find((each) => each.block === block.id)
                return (
                  <td key={block.id}>
                    {cell && (
                      <span
                        className="coverage-light"
                        data-light={cell.light}
                        role="img"
                        aria-label={lights[cell.light]}
                        title={`${question.title}, ${block.title}: ${lights[cell.light].toLowerCase()}`}
                      />
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
