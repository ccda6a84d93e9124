import { createServer } from 'node:http'
import Sqlite from 'better-sqlite3'

// What a mark costs without a framework: the reference of `npm run bench`. PORT and FILE are the arguments.
const [port, file = ':memory:'] = process.argv.slice(2)
const client = new Sqlite(file)
for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'busy_timeout = 5000'])
  client.pragma(pragma)
client.exec(`create table if not exists sessions (id text primary key, user_id text not null, expires_at integer not null);
  create table if not exists marks (user_id text, reading_id text, status text, updated_at integer, primary key (user_id, reading_id));
  insert or replace into sessions values ('session', 'ada', 9999999999999)`)
const session = client.prepare('select user_id from sessions where id = ? and expires_at > ?')
const mark = client.prepare(`insert into marks values (?, ?, ?, ?)
  on conflict do update set status = excluded.status, updated_at = excluded.updated_at returning *`)

createServer((request, response) => {
  let text = ''
  request.on('data', (chunk: Buffer) => (text += chunk.toString()))
  request.on('end', () => {
    if (request.method !== 'PUT') return response.end('ok')
    const id = /session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1]
    const row = session.get(id, Date.now()) as { user_id: string } | undefined
    if (!row) return response.writeHead(401).end()
    const { status } = JSON.parse(text) as { status: string }
    const body = JSON.stringify(mark.get(row.user_id, request.url, status, Date.now()))
    return response.writeHead(200, { 'content-type': 'application/json' }).end(body)
  })
}).listen(Number(port), '127.0.0.1')
