import { vocabulary } from '../model/vocabulary.js'
import { HEADER } from './ubl/header.js'
import { LINES } from './ubl/lines.js'
import { PARTIES } from './ubl/parties.js'
import { MONEY } from './ubl/settlement.js'

/** Where each term of EN 16931 and of its French extension stands in UBL 2.1. */
export const UBL = vocabulary(HEADER, PARTIES, MONEY, LINES)

/** The namespaces of its elements; what stands in another is not read. */
export const UBL_NAMESPACE = 'urn:oasis:names:specification:ubl:schema:xsd:'
