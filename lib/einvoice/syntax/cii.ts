import { vocabulary } from '../model/vocabulary.js'
import { HEADER } from './cii/header.js'
import { LINES } from './cii/lines.js'
import { PARTIES } from './cii/parties.js'
import { MONEY } from './cii/settlement.js'

/** Where each term of EN 16931 and of its French extension stands in CII. */
export const CII = vocabulary(HEADER, PARTIES, MONEY, LINES)

/** The namespaces of its elements; what stands in another is not read. */
export const CII_NAMESPACE = 'urn:un:unece:uncefact:data:standard:'
