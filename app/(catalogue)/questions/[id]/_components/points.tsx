/** Points that stay closed until they are asked for, so that one can try first. */
export function Points({ title, points }: { title: string; points: readonly string[] }) {
  return (
    <details className="question-points border-b border-hairline">
      <summary className="min-h-11 py-2.5">
        {title} <span className="quiet small figures">{points.length}</span>
      </summary>
      <ul className="mb-4 max-w-[70ch] list-disc pl-8">
        {points.map((point) => (
          <li key={point} className="py-1">
            {point}
          </li>
        ))}
      </ul>
    </details>
  )
}
