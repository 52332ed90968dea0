import { Siren } from '#lib/values'
import type { Subject } from './subject.js'

/** A legal person that a certificate names by its number; null siren: one of another country. */
export interface LegalIdentifier {
  siren: string | null
  /** As the certificate writes it. */
  text: string
}

/**
 * The legal persons that a subject names: organizationIdentifier (ETSI EN 319 412-1 §5.1.4), the
 * « 0002 SIREN » of the RGS in an OU (ISO/IEC 6523 ICD 0002 and 0009), a serialNumber of either form, or
 * a SIREN that is called one. What is written in no known way names whoever a valid SIREN in it does.
 */
export function legalIdentifiersOf(subject: Subject): LegalIdentifier[] {
  return [
    ...subject.organizationIdentifier.map((text) => fromIdentifier(text) ?? anywhere(text)),
    ...subject.organizationalUnit.map(fromUnit),
    ...subject.serialNumber.map(fromSerialNumber),
    ...subject.organization.map(fromLabel),
  ].filter((one) => one !== null)
}

function fromIdentifier(text: string): LegalIdentifier | null {
  const parts = /^\s*([A-Za-z]{2,3}):?([A-Za-z]{2})[-:\s](.+)$/.exec(text)
  if (!parts) return bare(text)
  const [, scheme, country, value] = parts
  if (!/^(NTR|VAT|PSD|SI|GOV|TIN)$/i.test(scheme)) return null
  if (country.toUpperCase() !== 'FR') return { siren: null, text }
  const digits = value.replace(/[\s.-]/g, '')
  // FR, a key of two signs, then the SIREN (CGI ann. 2, art. 242 nonies A; directive 2006/112/EC art. 215)
  const vat = /^(?:FR)?[0-9A-Z]{2}(\d{9})$/i.exec(digits)
  if (/^VAT$/i.test(scheme)) return vat ? { siren: vat[1], text } : null
  return ofDigits(digits.replace(/^(0002|0009)(?=\d{9}(\d{5})?$)/, ''), text)
}

function fromUnit(text: string): LegalIdentifier | null {
  const value = /^\s*(?:0002|0009)[\s.:-]*([\d\s.]+)$/.exec(text)?.[1]
  return value ? ofDigits(value.replace(/[\s.]/g, ''), text) : fromLabel(text)
}

/** « Commune de Kervalan, SIREN 213 500 012 ». */
function fromLabel(text: string): LegalIdentifier | null {
  const value = /(?<!\p{L})SIRE[NT](?!\p{L})\D{0,6}((?:\d[\s.]?){8,13}\d)(?!\d)/iu.exec(text)?.[1]
  return value ? ofDigits(value.replace(/[\s.]/g, ''), text) : null
}

/**
 * The SIREN in a text of no known form: what says that it is French is believed, anything else only
 * when its key is right (Code de commerce, R123-221).
 */
function anywhere(text: string): LegalIdentifier | null {
  const packed = text.replace(/\s/g, '')
  const vat = /^FR[0-9A-Z]{2}(\d{9})$/i.exec(packed)?.[1]
  const runs = (packed.match(/\d+/g) ?? []).filter((run) => [9, 14].includes(run.length))
  const isFrench = /^[A-Z]{2,4}:?FR|SIRE[NT]/i.test(packed)
  const siren = runs
    .map((run) => run.slice(0, 9))
    .find((one) => isFrench || Siren.tryParse(one) !== null)
  const found = vat ?? siren
  return found ? { siren: found, text } : null
}

function fromSerialNumber(text: string): LegalIdentifier | null {
  if (/^\s*(NTR|VAT|SI:)/i.test(text)) return fromIdentifier(text)
  const value = /^\s*(?:SIRE[NT]|0002|0009)[\s.:-]*([\d\s.]+)$/i.exec(text)?.[1]
  return value ? ofDigits(value.replace(/[\s.]/g, ''), text) : null
}

const bare = (text: string) => ofDigits(text.replace(/[\s.]/g, ''), text)

function ofDigits(digits: string, text: string): LegalIdentifier | null {
  return /^\d{9}(\d{5})?$/.test(digits) ? { siren: digits.slice(0, 9), text } : null
}
