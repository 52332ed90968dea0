import { OID } from './algorithms.js'
import { decrypt } from './decrypt.js'
import { Effort } from './derive.js'
import { checkMac } from './mac.js'
import { count, inside, octets, oid, parse } from './nodes.js'
import { fromBinary, toBinary, type Node, type P12Tools } from './tools.js'
import { P12Error } from './trouble.js'

/** What a .p12 holds: private keys in PKCS#8, certificates in DER. */
export interface Opened {
  keys: Uint8Array<ArrayBuffer>[]
  certificates: Uint8Array<ArrayBuffer>[]
}

const MOST_PARTS = 100
/** RFC 7292 §4. */
const VERSION = 3

/**
 * Opens a PKCS#12 file (RFC 7292, RFC 9579), the same way in the page and on the server. Throws
 * P12Error.
 */
export async function openPfx(
  tools: P12Tools,
  bytes: Uint8Array,
  password: string
): Promise<Opened> {
  const effort = new Effort()
  const [version, authSafe, macData] = inside(parse(tools, toBinary(bytes)))
  if (count(version) !== VERSION) throw new P12Error('unreadable', 'a certificate alone, or else')
  const [type, content] = inside(authSafe)
  // Signed by a certificate instead of a password (RFC 7292 §3.1): nobody makes these.
  if (oid(tools, type) !== OID.data) throw new P12Error('unsupported', oid(tools, type))
  const safe = octets(inside(content)[0])
  if (macData) await checkMac(tools, effort, macData, fromBinary(safe), password)
  const opened: Opened = { keys: [], certificates: [] }
  const unlock = (algorithm: Node, locked: string) =>
    decrypt(tools, effort, { algorithm, bytes: locked }, password)
  const parts = inside(parse(tools, safe))
  if (parts.length > MOST_PARTS) throw new P12Error('unreadable')
  for (const part of parts) {
    const contents = await contentsOf(tools, part, unlock)
    if (contents !== null) await readSafe(tools, parse(tools, contents), unlock, opened)
  }
  return opened
}

type Unlock = (algorithm: Node, locked: string) => Promise<string>

async function contentsOf(tools: P12Tools, part: Node, unlock: Unlock): Promise<string | null> {
  const [type, content] = inside(part)
  const name = oid(tools, type)
  if (name === OID.data) return octets(inside(content)[0])
  if (name !== OID.encryptedData) return null
  const [, encrypted] = inside(inside(content)[0])
  const [, algorithm, locked] = inside(encrypted)
  return unlock(algorithm, octets(locked))
}

async function readSafe(
  tools: P12Tools,
  safe: Node,
  unlock: Unlock,
  opened: Opened,
  depth = 0
): Promise<void> {
  const bags = inside(safe)
  if (bags.length > MOST_PARTS || depth > 4) throw new P12Error('unreadable')
  for (const bag of bags) {
    const [type, wrapper] = inside(bag)
    const value = inside(wrapper)[0]
    const name = oid(tools, type)
    if (name === OID.keyBag) opened.keys.push(derOf(tools, value))
    if (name === OID.shroudedKeyBag) {
      const [algorithm, locked] = inside(value)
      opened.keys.push(derOf(tools, parse(tools, await unlock(algorithm, octets(locked)))))
    }
    if (name === OID.certBag) keepCertificate(tools, value, opened)
    if (name === OID.nestedSafe) await readSafe(tools, value, unlock, opened, depth + 1)
  }
}

function keepCertificate(tools: P12Tools, value: Node, { certificates }: Opened): void {
  const [kind, wrapper] = inside(value)
  if (oid(tools, kind) !== OID.x509Certificate) return
  certificates.push(fromBinary(octets(inside(wrapper)[0])))
}

const derOf = ({ forge }: P12Tools, node: Node) =>
  fromBinary(forge.asn1.toDer(node as never).getBytes())
