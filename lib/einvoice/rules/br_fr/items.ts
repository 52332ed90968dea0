import { path } from '../../model/path.js'
import type { Invoice } from '../../model/invoice.js'
import { at, each, only, whole, type Rule } from '../rule.js'
import { elementsAt } from '../structure.js'
import { ATTACHMENTS } from './formats.js'

const PROPERTY =
  '/SupplyChainTradeTransaction/IncludedSupplyChainTradeLineItem/SpecifiedTradeProduct/ApplicableProductCharacteristic'
const OBJECT =
  '/SupplyChainTradeTransaction/ApplicableHeaderTradeAgreement/AdditionalReferencedDocument'
const AGREEMENT = '/SupplyChainTradeTransaction/ApplicableHeaderTradeAgreement'

const every =
  (...places: string[]) =>
  (invoice: Invoice) =>
    places.flatMap((place) => elementsAt(invoice, place)).map((node) => ({ node, text: node.text }))
const has = (node: Parameters<ReturnType<typeof path>>[0], way: string) =>
  path(way)(node).length > 0
const isSaid = ({ text }: { text: string }) => text.trim() !== ''

const CODE = `Nommez la pièce jointe (BT-123) par l’un de ces mots : ${ATTACHMENTS.join(', ')}.`

/** An object has one number of each sort: of file (AFL), of contract between parties (AVV). */
const objectOnce = (id: string, term: string, place: string, of: (code: string) => string) =>
  at(
    every(place),
    id,
    term,
    `Gardez un seul numéro AFL et un seul numéro AVV (${term}).`,
    ({ node }) => ['AFL', 'AVV'].every((code) => path(of(code))(node).length <= 1)
  )

/** The properties of items, what is attached, and the objects that are billed. */
export const ITEMS: Rule[] = [
  each('BG-25', 'BG-31', 'BG-32')(
    'BR-FR-28-Value',
    'BT-161',
    'Donnez à l’attribut une valeur (BT-161), ou une mesure avec son unité, pas les deux.',
    (group) => {
      const measures = group.found('EXT-FR-FE-160')
      if (group.has('BT-161')) return measures.length === 0
      return measures.some(({ node }) => Boolean(node.attributes.unitCode))
    }
  ),
  ...only('CII', [
    at(
      every(`${AGREEMENT}/AdditionalReferencedDocument`),
      'BR-FR-17_BT-123',
      'BT-123',
      CODE,
      ({ node }) => {
        if (path('TypeCode')(node)[0]?.text !== '916') return true
        const name = path('Name')(node)[0]?.text.trim().replace(/\s+/g, ' ') ?? ''
        return name === '' || ATTACHMENTS.includes(name)
      }
    ),
    whole(
      'BR-FR-18_BT-123',
      'BT-123',
      'Ne joignez qu’un LISIBLE (BT-123).',
      (invoice) =>
        path(`${AGREEMENT.slice(1)}/AdditionalReferencedDocument[Name=LISIBLE]`)(invoice.node)
          .length <= 1
    ),
    at(
      every(PROPERTY),
      'BR-FR-27_BG-32',
      'BT-160',
      'Donnez à l’attribut un nom (BT-160) ou un code.',
      ({ node }) => has(node, 'Description') || has(node, 'TypeCode')
    ),
    at(
      every(`${PROPERTY}/Description`),
      'BR-FR-27_BT-160',
      'BT-160',
      'Donnez un nom à l’attribut (BT-160).',
      isSaid
    ),
    at(
      every(`${PROPERTY}/TypeCode`),
      'BR-FR-27_EXT-FR-FE-159',
      'EXT-FR-FE-159',
      'Donnez un code à l’attribut, ou retirez-le.',
      isSaid
    ),
    objectOnce(
      'BR-FR-29_BT-18',
      'BT-18',
      AGREEMENT,
      (code) => `AdditionalReferencedDocument[ReferenceTypeCode=${code}]`
    ),
    ...['AFL', 'AVV'].map((code) =>
      at(
        every(`${OBJECT}[ReferenceTypeCode=${code}]/IssuerAssignedID`),
        `BR-FR-29_${code}`,
        'BT-18',
        `Donnez le numéro ${code} de l’objet (BT-18).`,
        isSaid
      )
    ),
  ]),
  ...only('UBL', [
    at(every('/AdditionalDocumentReference'), 'BR-FR-17_BT-123', 'BT-123', CODE, ({ node }) => {
      const name = path('DocumentDescription')(node)[0]?.text
      return name === undefined || ATTACHMENTS.includes(name)
    }),
    whole(
      'BR-FR-18_BT-123',
      'BT-123',
      'Ne joignez qu’un LISIBLE (BT-123).',
      (invoice) =>
        path('AdditionalDocumentReference[DocumentDescription=LISIBLE]')(invoice.node).length <= 1
    ),
    objectOnce(
      'BR-FR-29_BT-18',
      'BT-18',
      '/AdditionalDocumentReference',
      (code) => `ID[@schemeID=${code}]`
    ),
    ...['AFL', 'AVV'].map((code) =>
      at(
        every(`/AdditionalDocumentReference/ID[@schemeID=${code}]`),
        `BR-FR-29_${code}`,
        'BT-18',
        `Donnez le numéro ${code} de l’objet (BT-18).`,
        isSaid
      )
    ),
    ...['InvoiceLine', 'CreditNoteLine'].flatMap((line) => [
      objectOnce(
        'BR-FR-30_BT-128',
        'BT-128',
        `/${line}/DocumentReference`,
        (code) => `ID[@schemeID=${code}]`
      ),
      ...['AFL', 'AVV'].map((code) =>
        at(
          every(`/${line}/DocumentReference/ID[@schemeID=${code}]`),
          `BR-FR-30_${code}`,
          'BT-128',
          `Donnez le numéro ${code} de l’objet de la ligne (BT-128).`,
          isSaid
        )
      ),
    ]),
  ]),
]
