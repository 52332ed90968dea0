import { PageRefused } from '../page.js'
import type { Visitor } from '../visitor.js'

/** What an address answers. */
export async function statusOf(visitor: Visitor, path: string): Promise<number> {
  const response = await visitor.ask(path)
  await response.arrayBuffer()
  return response.status
}

/** The JSON of an address. Throws PageRefused. */
export async function readJson(visitor: Visitor, path: string): Promise<any> {
  const response = await visitor.ask(path)
  if (!response.ok) throw new PageRefused(`${path} répond ${response.status}`)
  return response.json()
}

/** What a buyer's program reads of the plis: page after page, as the answer says where the next one is. */
export async function everyPli(visitor: Visitor, first: string): Promise<any[]> {
  const all = []
  for (let address: string | null = first; address;) {
    const { plis, next }: { plis: any[]; next: string | null } = await readJson(visitor, address)
    all.push(...plis)
    address = next
  }
  return all
}

/** Sends bytes as they are; returns the status. */
export async function putBytes(
  visitor: Visitor,
  path: string,
  { token, body }: { token: string; body: Uint8Array<ArrayBuffer> }
): Promise<number> {
  const headers = { 'content-type': 'application/octet-stream', 'x-csrf-token': token }
  const response = await visitor.ask(path, { method: 'PUT', headers, body })
  await response.arrayBuffer()
  return response.status
}
