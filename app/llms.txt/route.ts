import { handleShape } from '#app/_server/handle.ts'

const text = `# Loadpath

> A catalogue of readings by engineers on how large systems scale, and one's own study of it: marks, notes, case cards, dated plans, interview questions.

## Catalogue
- [Sections and topics](/catalogue): every reading by subject
- [Organisations](/organisations): every reading by who wrote it
- [Interview questions](/questions): thirty questions with readings and what a good answer touches
- [Search](/search?q=kafka): words, and filters such as org:netflix

## For programs
- [How to use the API](/api): tokens, examples, every endpoint
- [OpenAPI 3.1](/api/openapi.json): the same for programs
- /api/mcp: tools for agents over the Model Context Protocol, with a bearer token
- /feeds/new/sections/scalability.atom, /feeds/new/topics/scalability.distributed-caching.atom, /feeds/new/organisations/netflix.atom: what is new

## Optional
- [Sitemap](/sitemap.xml)
`

/** What is here, for language models (llmstxt.org). The same for everybody. */
export const GET = handleShape(
  { answer: 'file' },
  {
    viewer: 'none',
    run: async () =>
      new Response(text, {
        headers: { 'content-type': 'text/markdown; charset=utf-8', 'cache-control': 'public, max-age=3600' },
      }),
  },
)
