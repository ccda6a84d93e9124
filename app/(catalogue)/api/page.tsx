import type { Metadata } from 'next'
import { examples } from '#lib/api/examples.ts'
import { EndpointIndex } from './_components/endpoint-index.tsx'
import { ExampleRequest } from './_components/example-request.tsx'

export const metadata: Metadata = {
  title: 'API',
  description: 'Read and write your own study from your own programs: tokens, examples, and every endpoint.',
}

/** How other programs talk to this server, for people; `/api/openapi.json` says the same to programs. */
export default function ApiPage() {
  return (
    <>
      <h1>API</h1>
      <p className="prose mt-3 text-quiet">
        Whatever you do here a program of yours can do too, over HTTP and JSON. These are the very endpoints that the
        pages use. <a href="/api/openapi.json">The same as OpenAPI 3.1</a>, for programs that write programs.
      </p>
      <div className="mt-10">
        <Part title="A token">
          <p>
            Make one in <a href="/settings#tokens">your settings</a>. It reads, or reads and writes, until the day that
            you choose, and you can revoke it at once. Send it in a header, never in an address, where logs keep it:
          </p>
          <pre className="code">
            <code>{'export LOADPATH=http://localhost:3000\nexport TOKEN=loadpath_…'}</code>
          </pre>
          <p>
            A token acts as you, over your own study. It cannot make tokens or other secret addresses, let people onto a
            plan, touch your account, or do what only admins may. A new password revokes all tokens.
          </p>
        </Part>
        <Part title="Examples">
          {examples.map((example) => (
            <ExampleRequest key={example.title} example={example} />
          ))}
        </Part>
        <Part title="What holds everywhere">
          <ul className="lines">
            <Rule name="401">
              No token, or one that does not work: the answer says whether it expired or was revoked.
            </Rule>
            <Rule name="403">The token may only read, or no token may do this.</Rule>
            <Rule name="404">It is not there, or it is not yours. The two are never told apart.</Rule>
            <Rule name="409">What you sent rests on an older version; the present one is in the answer.</Rule>
            <Rule name="422">Something in it is wrong: “field” names what, “detail” says why.</Rule>
            <Rule name="429">Too much at once. “Retry-After” says how long to wait.</Rule>
          </ul>
          <p>
            A token has 600 requests at once and 300 a minute after that. Times are milliseconds since 1970, UTC; days
            are written 2026-03-31. Lists come as “items”.
          </p>
        </Part>
        <Part title="Every endpoint">
          <EndpointIndex />
        </Part>
      </div>
    </>
  )
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="part" aria-label={title}>
      <header>
        <h2>{title}</h2>
      </header>
      <div className="grid min-w-0 max-w-[46rem] gap-4">{children}</div>
    </section>
  )
}

function Rule({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <li>
      <b className="figures !flex-none w-14 font-[560]">{name}</b>
      <span className="min-w-0 flex-1 basis-64">{children}</span>
    </li>
  )
}
