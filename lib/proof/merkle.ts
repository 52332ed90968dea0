import { createHash } from 'node:crypto'

// RFC 6962 §2.1: leaves and nodes are hashed in two domains, so that a node never passes for a leaf
const LEAF = Buffer.of(0x00)
const NODE = Buffer.of(0x01)

/** The Merkle tree head (RFC 6962 §2.1) over SHA-256 hashes in hexadecimal; at least one. */
export function merkleRoot(hashes: string[]): string {
  return levelsOf(hashes).at(-1)![0].toString('hex')
}

/** The audit path (RFC 6962 §2.1.1) of the hash at `index`, from the leaf up, in hexadecimal. */
export function inclusionProof(hashes: string[], index: number): string[] {
  if (!Number.isInteger(index) || index < 0 || index >= hashes.length) {
    throw new RangeError(`No hash at index ${index} of ${hashes.length}`)
  }
  const path: string[] = []
  for (const level of levelsOf(hashes)) {
    const sibling = level[index ^ 1]
    if (sibling) path.push(sibling.toString('hex'))
    index >>= 1
  }
  return path
}

/** Whether `path` leads from `hash`, at `index` among `size`, to `root` (RFC 9162 §2.1.3.2). */
export function verifyInclusion(proof: {
  hash: string
  index: number
  size: number
  path: string[]
  root: string
}): boolean {
  const { hash, index, size, path, root } = proof
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) return false
  if (![hash, root, ...path].every(isHash)) return false
  let [at, last] = [index, size - 1]
  let node = leafOf(hash)
  for (const sibling of path.map(bytesOf)) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      node = nodeOf(sibling, node)
      while (at % 2 === 0 && at !== 0) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
    } else {
      node = nodeOf(node, sibling)
    }
    ;[at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
  }
  return last === 0 && node.toString('hex') === root
}

/** Every level of the tree, leaves first; a node without a sibling climbs unchanged. */
function levelsOf(hashes: string[]): Buffer[][] {
  if (hashes.length === 0) throw new RangeError('A tree has at least one hash')
  const levels = [hashes.map(leafOf)]
  while (levels.at(-1)!.length > 1) levels.push(levelAbove(levels.at(-1)!))
  return levels
}

function levelAbove(level: Buffer[]): Buffer[] {
  const above: Buffer[] = []
  for (let i = 0; i < level.length; i += 2) {
    above.push(i + 1 < level.length ? nodeOf(level[i], level[i + 1]) : level[i])
  }
  return above
}

function leafOf(hash: string): Buffer {
  if (!isHash(hash)) throw new TypeError(`Not a SHA-256 in lower-case hexadecimal: ${hash}`)
  return sha256(LEAF, bytesOf(hash))
}

function nodeOf(left: Buffer, right: Buffer): Buffer {
  return sha256(NODE, left, right)
}

function isHash(hash: string): boolean {
  return typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash)
}

function bytesOf(hash: string): Buffer {
  return Buffer.from(hash, 'hex')
}

function sha256(...parts: Buffer[]): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
