import { vocabulary } from '../model/vocabulary.js'
import { HEADER } from './cii/header.js'
import { LINES } from './cii/lines.js'
import { PARTIES } from './cii/parties.js'
import { MONEY } from './cii/settlement.js'

/** Where each term of EN 16931 and of its French extension stands in CII. */
export const CII = vocabulary(HEADER, PARTIES, MONEY, LINES)

const named = (name: string) => `urn:un:unece:uncefact:data:standard:${name}:100`

/**
 * The namespaces of its elements, and of those of a message about an invoice, as the official schemas
 * spell them: what stands in another, another version included, is not read.
 */
export const CII_NAMESPACES = {
  root: named,
  components: [
    named('ReusableAggregateBusinessInformationEntity'),
    named('UnqualifiedDataType'),
    named('QualifiedDataType'),
  ],
}
