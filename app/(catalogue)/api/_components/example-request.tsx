import { curlOf, type Example } from '#lib/api/examples.ts'

/** A request as one types it, with what it is for. The tests send every one of them. */
export function ExampleRequest({ example }: { example: Example }) {
  return (
    <div>
      <h3>{example.title}</h3>
      <p className="mb-2">{example.says}</p>
      <pre className="code" data-answers={example.status}>
        <code>{curlOf(example)}</code>
      </pre>
    </div>
  )
}
