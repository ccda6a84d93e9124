/** The pages above this one; the page itself is not listed. */
export function Breadcrumb({ steps }: { steps: { href: string; name: string }[] }) {
  return (
    <nav aria-label="Where this stands" className="breadcrumb no-print mb-3">
      <ol>
        {steps.map((step) => (
          <li key={step.href}>
            <a href={step.href}>{step.name}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
