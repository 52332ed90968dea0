import { createHash, randomUUID } from 'node:crypto'
import { open } from 'node:fs/promises'
import { createServer, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import pg from 'pg'
import { PUBLISHED_QUERY } from './public_list.js'

/**
 * PUT: hashes what comes, writes it, and answers once it is on the disk and its row in the base: what
 * no receipt can do without. GET: the query of the list.
 */
const folder = process.env.BARE_FOLDER!
const pool = new pg.Pool({ connectionString: process.env.DATABASE_SYSTEM_URL, max: 20 })

createServer(async (request, response) => {
  if (request.method === 'PUT') return response.end(await keep(request))
  if (request.url === '/health') return response.end('ok')
  const { rows } = await pool.query(PUBLISHED_QUERY)
  response.setHeader('content-type', 'application/json')
  return response.end(JSON.stringify({ items: rows }))
}).listen(Number(process.env.PORT), '127.0.0.1')

async function keep(request: IncomingMessage): Promise<string> {
  const file = await open(join(folder, randomUUID()), 'w')
  const hash = createHash('sha256')
  for await (const part of request) {
    hash.update(part)
    await file.write(part)
  }
  await file.datasync()
  await file.close()
  const digest = hash.digest('hex')
  await pool.query('insert into public.bare_receipts (digest, received_at) values ($1, now())', [
    digest,
  ])
  return digest
}
