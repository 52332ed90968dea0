import { hkdfSync } from 'node:crypto'

/** The data keys of a tenant by generation; new files are written under the last. */
export interface KeyRing {
  current: number
  keys: ReadonlyMap<number, Buffer>
}

/** What a file is bound to: it opens nowhere else, and as nothing else. */
export interface FileIdentity {
  tenantId: string
  /** Its name in the store. */
  storageKey: string
  /** Of the plain text, in hexadecimal; empty for the pieces of a file on its way. */
  sha256: string
}

/** RFC 5869: each file has a key of its own, so that no nonce ever meets another under one key. */
export const fileKey = (dataKey: Buffer, salt: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', dataKey, salt, 'halle.file.v2', 32))

/** What each frame of a file is authenticated with, but for its rank and whether it is the last. */
export const bindingOf = ({ tenantId, storageKey, sha256 }: FileIdentity): Buffer =>
  Buffer.from(JSON.stringify(['halle.file.v2', tenantId, storageKey, sha256]), 'utf8')
