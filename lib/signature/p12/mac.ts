import { DIGEST_OIDS, HMAC_OIDS, OID } from './algorithms.js'
import { pbkdf2Parameters } from './decrypt.js'
import { PURPOSE, hmac, isSame, pbkdf2, pkcs12Derive, type Effort } from './derive.js'
import { count, inside, octets, oid } from './nodes.js'
import { forPbes2, forPkcs12 } from './passwords.js'
import { DIGESTS, fromBinary, type Node, type P12Tools } from './tools.js'
import { P12Error } from './trouble.js'

/** Throws P12Error('password') unless the seal of the file was made with this password. */
export async function checkMac(
  tools: P12Tools,
  effort: Effort,
  macData: Node,
  content: Uint8Array,
  password: string
): Promise<void> {
  const [digestInfo, saltNode, roundsNode] = inside(macData)
  const [algorithm, expectedNode] = inside(digestInfo)
  const expected = fromBinary(octets(expectedNode))
  const [type, parameters] = inside(algorithm)
  const keys =
    oid(tools, type) === OID.pbmac1
      ? pbmac1Keys(tools, effort, parameters, password)
      : pkcs12Keys(tools, effort, oid(tools, type), { saltNode, roundsNode }, password)
  for await (const { digest, key } of keys) {
    if (isSame(hmac(tools, digest, key, content), expected)) return
  }
  throw new P12Error('password')
}

/** RFC 7292 §4 and appendix B: as long a key as the digest; one round when none is told. */
async function* pkcs12Keys(
  tools: P12Tools,
  effort: Effort,
  name: string,
  { saltNode, roundsNode }: { saltNode: Node; roundsNode: Node | undefined },
  password: string
) {
  const digest = DIGEST_OIDS[name]
  if (!digest) throw new P12Error('unsupported', name)
  const [salt, rounds] = [fromBinary(octets(saltNode)), roundsNode ? count(roundsNode) : 1]
  for (const bytes of forPkcs12(password)) {
    effort.take(rounds)
    const { length } = DIGESTS[digest]
    const how = { digest, password: bytes, salt, rounds, length }
    yield { digest, key: await pkcs12Derive(tools, PURPOSE.mac, how) }
  }
}

/** RFC 9579: the key comes from PBKDF2, whose length must be told. */
async function* pbmac1Keys(tools: P12Tools, effort: Effort, parameters: Node, password: string) {
  const [derivation, scheme] = inside(parameters)
  const { length, ...how } = pbkdf2Parameters(tools, derivation)
  const digest = HMAC_OIDS[oid(tools, inside(scheme)[0])]
  if (!digest || !length || length > 1024) throw new P12Error('unsupported')
  for (const bytes of forPbes2(password)) {
    effort.take(how.rounds)
    yield { digest, key: await pbkdf2({ ...how, password: bytes, length }) }
  }
}
