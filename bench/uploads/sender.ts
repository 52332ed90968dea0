import { randomBytes } from 'node:crypto'
import { Agent, request, type OutgoingHttpHeaders } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { AT_ONCE, lanes } from './lanes.js'

const PIECE = 4 * 1024 * 1024
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })

/** The pieces of a file of noise, drawn before anything is measured. */
export const readyPieces = (bytes: number): Buffer[] =>
  Array.from({ length: Math.ceil(bytes / PIECE) }, (_, rank) =>
    randomBytes(Math.min(PIECE, bytes - rank * PIECE))
  )

/** Megabytes a second until the last piece is acknowledged, and until the file is kept. */
export async function send(url: string, pieces: Buffer[]): Promise<{ sent: number; kept: number }> {
  const size = pieces.reduce((sum, { length }) => sum + length, 0)
  // Other bytes each time: the same would be one blob
  randomBytes(64).copy(pieces[0])
  const { address, tenantId } = await dropBox(size)
  const from = performance.now()
  const { headers } = await ask('POST', url + address, { 'upload-length': size })
  const path = url + headers.location
  const type = { 'content-type': 'application/offset+octet-stream' }
  await lanes(pieces.length, AT_ONCE, async (rank) => {
    await ask('PUT', `${path}/${rank}`, type, pieces[rank])
  })
  const sent = performance.now()
  await ask('POST', `${path}/fin`, {})
  const kept = performance.now()
  await forget(tenantId)
  const speed = (until: number) => size / 1e6 / ((until - from) / 1000)
  return { sent: speed(sent), kept: speed(kept) }
}

function ask(method: string, url: string, headers: OutgoingHttpHeaders, body?: Buffer) {
  return new Promise<{ headers: Record<string, any> }>((resolve, reject) => {
    const length = { 'content-length': body?.length ?? 0 }
    const asked = request(url, { method, agent, headers: { ...headers, ...length } }, (answer) => {
      buffer(answer).then((said) => {
        if (answer.statusCode! < 300) resolve({ headers: answer.headers })
        else reject(new Error(`${method} ${answer.statusCode}: ${said}`))
      }, reject)
    })
    asked.on('error', reject).end(body)
  })
}

async function dropBox(mostBytes: number) {
  const { default: db } = await import('@adonisjs/lucid/services/db')
  const { openDropBox } = await import('#web/uploads/drops/drop_boxes')
  const { tenancy } = await import('#kernel/tenancy')
  const { uuidv7 } = await import('#lib/values')
  const tenantId = uuidv7()
  await db.connection('app').rawQuery(
    `insert into kernel.tenants (id, slug, siren, name, kind, departement, arrondissement, nature_code)
     values (?, ?, ?, 'Commune de banc', 'commune', '035', '1', '31')`,
    [tenantId, `banc-${tenantId}`, String(Date.now()).slice(-9)]
  )
  await keysOfYesterday(tenantId)
  const closesAt = new Date(Date.now() + 3_600_000)
  const opening = { purpose: 'kernel.drop', mostBytes, mostFiles: 10, closesAt }
  const { token } = await tenancy.run(tenantId, () => openDropBox(opening))
  return { address: `/depot/${token}`, tenantId }
}

/** Those of a tenant are remembered once they are a minute old, as nearly all are that receive files. */
async function keysOfYesterday(tenantId: string): Promise<void> {
  const { default: db } = await import('@adonisjs/lucid/services/db')
  const { tenantKeys } = await import('#kernel/documents/keys')
  const { tenancy } = await import('#kernel/tenancy')
  await tenancy.run(tenantId, () => tenantKeys())
  await db
    .connection('owner')
    .rawQuery(
      `update kernel.tenant_keys set created_at = created_at - interval '1 day' where tenant_id = ?`,
      [tenantId]
    )
}

/** The disk of the bench is given back. */
async function forget(tenantId: string): Promise<void> {
  const { documentsStore } = await import('#kernel/documents/store')
  await (await documentsStore()).removeAll(`u/${tenantId}`)
}
