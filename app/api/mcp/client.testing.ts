import { createToken } from '#db/mutations/accounts/tokens.ts'
import type { Person } from '#db/testing/people.ts'
import type { TokenScope } from '#lib/auth/token-scope.ts'
import { POST } from './route.ts'

/** What a tool answered: its JSON, or the sentence with which it refused. */
export interface ToolAnswer {
  // oxlint-disable-next-line typescript/no-explicit-any -- a test says what it expects by asserting on it
  data: any
  refused: string | null
}

/** An agent of a person's that has a token: calls tools as a client of the protocol does. */
export interface Agent {
  send: (method: string, params?: object, headers?: Record<string, string>) => Promise<Response>
  call: (tool: string, given?: object) => Promise<ToolAnswer>
}

/** Makes a token of a person's and an agent that holds it. */
export async function createAgent(person: Person, scope: TokenScope): Promise<Agent> {
  const { token } = await createToken(person.viewer, { name: 'Agent', scope, days: 30 }, Date.now())
  return agentWith(token)
}

/** An agent with this token, whatever it is. */
export function agentWith(token: string): Agent {
  const send: Agent['send'] = (method, params = {}, headers = {}) =>
    POST(
      new Request('http://localhost:3000/api/mcp', {
        method: 'POST',
        headers: {
          host: 'localhost:3000',
          'content-type': 'application/json',
          accept: 'application/json, text/event-stream',
          'mcp-protocol-version': '2026-07-28',
          'mcp-method': method,
          ...('name' in params ? { 'mcp-name': String(params.name) } : {}),
          authorization: `Bearer ${token}`,
          ...headers,
        },
        body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params: { ...params, _meta: meta } }),
      }),
    )
  return {
    send,
    async call(tool, given = {}) {
      const response = await send('tools/call', { name: tool, arguments: given })
      const { result, error, detail } = (await response.json()) as {
        result?: { isError?: boolean; content: { text: string }[] }
        error?: { message: string }
        detail?: string
      }
      const text = result?.content[0]?.text ?? ''
      if (!result || result.isError) return { data: null, refused: result ? text : (error?.message ?? detail ?? '') }
      return { data: JSON.parse(text), refused: null }
    },
  }
}

const meta = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientInfo': { name: 'test', version: '1' },
  'io.modelcontextprotocol/clientCapabilities': {},
}
