import { OID } from './algorithms.js'
import { TAG, child, children, oidOf, type DerNode } from './der.js'

/** Lists, and answers of OCSP responders (whole, or what RFC 6960 calls basic). */
export interface RevocationData {
  lists: Buffer[]
  answers: Buffer[]
}

interface Attributes {
  signedAttributes: Map<string, DerNode>
  unsignedAttributes: Map<string, DerNode>
}

/**
 * What a CMS carries to judge its certificates: among its lists (RFC 5652 §10.2.1, RFC 5940), in
 * revocation-values (EN 319 122-1 §A.1.2.2) or in Adobe's archival attribute (ISO 32000-2 §12.8.3.3.2).
 */
export function revocationData(lists: DerNode[], attributes: Attributes): RevocationData {
  const others = lists.filter((item) => item.tag === 0xa1).map((item) => children(item))
  const data = {
    lists: lists.filter((item) => item.tag === TAG.sequence).map(copied),
    answers: others
      .filter(([type, value]) => value && oidOf(type) === OID.ocspAnswer)
      .map(([, value]) => copied(value)),
  }
  // Who wrote them is said by their own signatures: some tools put Adobe's among the unsigned ones
  for (const attribute of [
    attributes.unsignedAttributes.get(OID.revocationValues),
    attributes.signedAttributes.get(OID.adobeRevocation),
    attributes.unsignedAttributes.get(OID.adobeRevocation),
  ]) {
    for (const field of attribute ? children(attribute) : []) {
      if (field.tag === 0xa0) data.lists.push(...children(child(field, 0)).map(copied))
      if (field.tag === 0xa1) data.answers.push(...children(child(field, 0)).map(copied))
    }
  }
  return data
}

const copied = (node: DerNode) => Buffer.from(node.raw)
