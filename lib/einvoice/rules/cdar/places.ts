import type { XmlNode } from '#lib/xml/tree/element'
import { path } from '../../model/path.js'
import type { Invoice } from '../../model/invoice.js'
import { at, type Rule, type Verdict } from '../rule.js'
import { elementsAt } from '../structure.js'

/** The message itself. */
export const HEAD = '/ExchangedDocument'

/** What the message follows. */
export const CONTEXT = '/ExchangedDocumentContext'

/** The invoice that it speaks of. */
export const REFERENCE = '/AcknowledgementDocument/ReferenceReferencedDocument'

/** A detail of the status of the invoice. */
export const STATUS = `${REFERENCE}/SpecifiedDocumentStatus`

type Judge = (node: XmlNode, message: Invoice) => Verdict

/** The texts at the end of a way. */
export const texts = (node: XmlNode, way: string) => path(way)(node).map(({ text }) => text)

/** Whether there is something at the end of a way. */
export const has = (node: XmlNode, way: string) => path(way)(node).length > 0

/** Whether one of the texts at the end of a way is one of these codes. */
export const says = (node: XmlNode, way: string, ...codes: string[]) =>
  texts(node, way).some((text) => codes.includes(text))

/** A rule on each element of a place of the message. */
export const on =
  (place: string) =>
  (id: string, term: string, mend: string, holds: Judge): Rule =>
    at(
      (message) => elementsAt(message, place).map((node) => ({ node, text: node.text })),
      `BR-FR-${id}`,
      term,
      mend,
      ({ node }, message) => holds(node, message)
    )

/** Whether the only recipient is the public platform (PPF), which asks for another guideline. */
export const isForPpf = (message: Invoice) => {
  const recipients = path('ExchangedDocument/RecipientTradeParty/GlobalID')(message.node)
  const isPpf = path('ExchangedDocument/RecipientTradeParty/GlobalID[@schemeID=0238]')(
    message.node
  ).some(({ text }) => text === '0000')
  return (
    recipients.length === 1 &&
    isPpf &&
    says(message.node, 'ExchangedDocument/RecipientTradeParty/RoleCode', 'DFH')
  )
}

/** Transmission (305) or treatment (23). */
export const phase = (message: Invoice) => texts(message.node, 'AcknowledgementDocument/TypeCode')

/** The status of the invoice. */
export const condition = (message: Invoice) =>
  texts(message.node, REFERENCE.slice(1) + '/ProcessConditionCode')

/** The number of the sender in the directory; 9999 is Chorus Pro. */
export const chorus = (message: Invoice) =>
  path('ExchangedDocument/SenderTradeParty/GlobalID[@schemeID=0238]')(message.node).map(
    ({ text }) => text
  )
