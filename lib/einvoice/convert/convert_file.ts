import { XmlRejected } from '#lib/xml/rejected'
import { readXml } from '#lib/xml/tree/reader'
import { levelOf } from '../container/level.js'
import { openInvoice } from '../container/open.js'
import { invoiceOf } from '../read.js'
import { spoilt } from './as_valid.js'
import { convert } from './convert.js'
import { facturX } from './facturx.js'
import { gather } from './gather.js'
import { first } from './terms.js'

const TARGETS = ['ubl', 'cii', 'facturx'] as const
export type FileTarget = (typeof TARGETS)[number]

/** Whether a word names a form that an invoice is written in. */
export const isTarget = (word: string | undefined): word is FileTarget =>
  TARGETS.includes(word as FileTarget)

/** The file, or why nothing is written: the terms that have no place there, or what cannot be read. */
export type FileConverted = { bytes: Buffer } | { uncarried: string[]; message: string }

/** Writes the invoice of a file, XML or PDF, in another form; nothing of it is lost, or nothing is written. */
export async function convertFile(bytes: Buffer, target: FileTarget): Promise<FileConverted> {
  const xml = await openInvoice(bytes)
  const invoice = xml && read(xml)
  if (!invoice || (invoice.syntax !== 'CII' && invoice.syntax !== 'UBL')) {
    return refused([], 'Ce fichier ne porte aucune facture que l’on puisse lire.')
  }
  const converted = convert(invoice, target === 'ubl' ? 'UBL' : 'CII')
  if ('uncarried' in converted) return refused(converted.uncarried)
  const lessValid = spoilt(invoice, xml, converted.text)
  if (lessValid.length > 0) return refused(lessValid)
  if (target !== 'facturx') return { bytes: Buffer.from(converted.text) }
  const { terms } = gather(invoice)
  // Factur-X cannot declare the French extension, nor a profile that it does not know.
  const level = levelOf(first(terms, 'BT-24')?.text ?? '')
  if (level === null) return refused(['BT-24'])
  return { bytes: await facturX(terms, converted.text, level) }
}

function refused(names: string[], message?: string): FileConverted {
  const uncarried = [...new Set(names.map(termOf))]
  return {
    uncarried,
    message:
      message ??
      `Rien n’est écrit : ces termes manquent, ou n’y ont pas de place : ${uncarried.join(', ')}.`,
  }
}

/** A second place of a term of CII, `BT-41-department`, is told as the term. */
const termOf = (name: string) => name.replace(/^(B[TG]-\d+)-[a-z]+$/, '$1')

function read(xml: Buffer) {
  try {
    return invoiceOf(readXml(xml))
  } catch (error) {
    if (error instanceof XmlRejected) return null
    throw error
  }
}
