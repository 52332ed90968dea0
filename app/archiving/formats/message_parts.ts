import { raw, xml, type XmlMarkup } from '#lib/xml'
import type { Agency } from './transfer.js'

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** The bytes of a message whose root element is given. */
export function document(root: XmlMarkup): Buffer {
  return Buffer.from(`${DECLARATION}${root}\n`, 'utf8')
}

/** An OrganizationWithIdType (ArchivalAgency, TransferringAgency, Sender…); SEDA has no name for it. */
export function agencyXml(element: string, { identifier }: Agency): XmlMarkup {
  const [open, close] = [raw(`<${element}>`), raw(`</${element}>`)]
  return xml`${open}<Identifier>${identifier}</Identifier>${close}`
}

/** The lists that our codes come from; the element is mandatory even when empty. */
export function codeListsXml(): XmlMarkup {
  return xml`<CodeListVersions><ReplyCodeListVersion>SEDA 2009</ReplyCodeListVersion><MessageDigestAlgorithmCodeListVersion>NIST FIPS 180-4</MessageDigestAlgorithmCodeListVersion><MimeTypeCodeListVersion>IANA</MimeTypeCodeListVersion><FileFormatCodeListVersion>PRONOM</FileFormatCodeListVersion><AppraisalRuleCodeListVersion>DAF/DPACI/RES/2009/018</AppraisalRuleCodeListVersion><AccessRuleCodeListVersion>SEDA 1.0 AR</AccessRuleCodeListVersion></CodeListVersions>`
}
