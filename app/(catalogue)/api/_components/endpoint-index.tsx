import { type EndpointName, endpoints } from '#lib/api/endpoints.ts'
import { summaryOf } from '#lib/api/summaries.ts'
import { tokenReach } from '#lib/api/token-reach.ts'

interface Line {
  name: EndpointName
  verb: string
  path: string
  scope: string
}

/** Every endpoint by the first word of its path, with what it does and the scope that it wants of a token. */
export function EndpointIndex() {
  const groups = Map.groupBy((Object.keys(endpoints) as EndpointName[]).map(lineOf), ({ path }) => path.split('/')[0])
  return (
    <>
      {[...groups]
        .toSorted(([a = ''], [b = '']) => a.localeCompare(b))
        .map(([root, lines]) => (
          <table key={root} className="endpoints">
            <caption>{root}</caption>
            <tbody>
              {lines.map(({ name, verb, path, scope }) => (
                <tr key={name}>
                  <th scope="row">
                    <b>{verb}</b> {path.replaceAll('[', '{').replaceAll(']', '}')}
                  </th>
                  <td>{summaryOf(name)}</td>
                  <td>{scope}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
    </>
  )
}

function lineOf(name: EndpointName): Line {
  const [verb = '', path = ''] = name.split(' ')
  const reach = tokenReach(name)
  return { name, verb, path, scope: 'scope' in reach ? reach.scope : 'no token' }
}
