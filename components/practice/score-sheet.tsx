import { useId } from 'react'
import { TextLimit } from '#components/ui/text-limit.tsx'
import { criteria, type CriterionId, scoreProblem, type Scores } from '#lib/practice/rubric.ts'

const most = 2_000

/** Six criteria from 0 to 3, each with a quoted line or a sentence that shows it. */
export function ScoreSheet({ scores, onScores }: { scores: Scores; onScores: ((scores: Scores) => void) | null }) {
  return (
    <ol className="score-sheet">
      {criteria.map((criterion) => (
        <Criterion key={criterion.id} criterion={criterion} scores={scores} onScores={onScores} />
      ))}
    </ol>
  )
}

function Criterion({
  criterion: { id, name, best },
  scores,
  onScores,
}: {
  criterion: { id: CriterionId; name: string; best: string }
  scores: Scores
  onScores: ((scores: Scores) => void) | null
}) {
  const field = useId()
  const given = scores[id]
  const problem = given ? scoreProblem(given) : null
  return (
    <li>
      <fieldset disabled={onScores === null}>
        <legend className="font-[560]">{name}</legend>
        <p className="quiet small">3: {best}</p>
        <div className="score-choices">
          {[0, 1, 2, 3].map((score) => (
            <label key={score}>
              <input
                type="radio"
                name={`${field}-score`}
                checked={given?.score === score}
                onChange={() => onScores?.({ ...scores, [id]: { score, evidence: given?.evidence ?? '' } })}
              />
              {score}
            </label>
          ))}
        </div>
        {given && (
          <label className="small block">
            What shows it: a quoted line of the answer, or a sentence
            <textarea
              className="input mt-1 w-full"
              rows={2}
              aria-describedby={`${field}-problem`}
              value={given.evidence}
              onChange={({ target }) => onScores?.({ ...scores, [id]: { ...given, evidence: target.value } })}
            />
          </label>
        )}
        <p id={`${field}-problem`} className="small text-amber">
          {problem && `Not counted yet. ${problem}`}
        </p>
        <TextLimit text={given?.evidence ?? ''} max={most} />
      </fieldset>
    </li>
  )
}
