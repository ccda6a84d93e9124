import { handleShape } from '#app/_server/handle.ts'
import { type OpenApi, openApiDocument } from '#lib/api/openapi.ts'
import { settings } from '#lib/settings.ts'

let document: OpenApi | undefined

/** The API as OpenAPI 3.1, the same for everybody. */
export const GET = handleShape(
  { answer: 'file' },
  {
    viewer: 'none',
    async run() {
      document ??= openApiDocument(settings().PUBLIC_URL?.replace(/\/$/, ''))
      return Response.json(document, { headers: { 'cache-control': 'public, max-age=3600' } })
    },
  },
)
