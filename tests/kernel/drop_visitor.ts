import { createHash } from 'node:crypto'
import { DROP_PURPOSE } from '#kernel/uploads/purposes'
import { tenancy } from '#kernel/tenancy'
import { PIECE_BYTES } from '#lib/uploads/pieces'
import { openDropBox } from '#web/uploads/drops/drop_boxes'

const baseUrl = () => `http://${process.env.HOST}:${process.env.PORT}`

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

const HOUR = 3600 * 1000

/** A drop box of a tenant; its address. */
export async function dropBox(
  tenantId: string,
  bounds: { mostBytes?: number; mostFiles?: number } = {}
) {
  const { id, token } = await tenancy.run(tenantId, () =>
    openDropBox({
      purpose: DROP_PURPOSE,
      mostBytes: 4 * 1024 ** 3,
      mostFiles: 100,
      closesAt: new Date(Date.now() + HOUR),
      ...bounds,
    })
  )
  return { id, token, address: `/depot/${token}` }
}

/** A call of somebody who has no session, no cookie and no account. */
export const call = (method: string, path: string, headers = {}, body?: Buffer) =>
  fetch(`${baseUrl()}${path}`, { method, headers, body: body as never, redirect: 'manual' })

/** Begins a file; the address of it. */
export async function begin(address: string, size: number, name = 'pli.bin', more = '') {
  const answer = await call('POST', address, {
    'tus-resumable': '1.0.0',
    'upload-length': String(size),
    'upload-metadata': `filename ${Buffer.from(name).toString('base64')}${more}`,
  })
  return { status: answer.status, url: answer.headers.get('location')! }
}

export const pieceOf = (bytes: Buffer, rank: number) =>
  bytes.subarray(rank * PIECE_BYTES, (rank + 1) * PIECE_BYTES)

export const put = (url: string, rank: number, piece: Buffer, headers = {}) =>
  call(
    'PUT',
    `${url}/${rank}`,
    { 'content-type': 'application/offset+octet-stream', ...headers },
    piece
  )
