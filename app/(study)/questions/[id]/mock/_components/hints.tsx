import { hintsOf, type MockState } from '#lib/practice/mock.ts'

/** Hints of the present phase, one by one as they are asked for. */
export function Hints({
  mock,
  points,
  onMock,
}: {
  mock: MockState
  points: readonly string[]
  onMock: (mock: MockState) => void
}) {
  const all = hintsOf(mock.phase, points)
  const shown = mock.hints[mock.phase] ?? 0
  if (all.length === 0) return null
  return (
    <div className="mb-3">
      {shown > 0 && (
        <ul className="mb-2 list-disc pl-6">
          {all.slice(0, shown).map((hint) => (
            <li key={hint}>{hint}</li>
          ))}
        </ul>
      )}
      <button
        type="button"
        className="button button-small"
        disabled={shown >= all.length}
        onClick={() => onMock({ ...mock, hints: { ...mock.hints, [mock.phase]: shown + 1 } })}
      >
        {shown >= all.length ? 'No more hints for this phase' : shown === 0 ? 'A hint' : 'Another hint'}
      </button>
    </div>
  )
}
