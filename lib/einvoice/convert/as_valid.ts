import { readXml } from '#lib/xml/tree/reader'
import { judgeByModel } from '../check/judge.js'
import type { Finding } from '../check/outcome.js'
import type { Invoice } from '../model/invoice.js'
import { invoiceOf } from '../read.js'

const STEPS = ['profile', 'br_fr', 'cpro'] as const

/**
 * The terms by which an invoice that a set of rules accepts would be refused by it in its new form: a
 * private identifier without scheme, which CII may hold and the French rules of UBL do not. None when it
 * is as valid as it was.
 */
export function spoilt(before: Invoice, bytes: Uint8Array, text: string): string[] {
  const written = Buffer.from(text)
  const was = judgeByModel(before, bytes)
  const is = judgeByModel(invoiceOf(readXml(written))!, written)
  const worse = STEPS.filter((step) => was.steps[step] === 'valid' && is.steps[step] === 'invalid')
  if (worse.length === 0) return []
  const known = new Set(was.rules.filter(isFatal).map(({ id }) => id))
  const broken = is.rules.filter((one) => isFatal(one) && !known.has(one.id))
  return broken.map(({ term }) => term)
}

const isFatal = ({ severity }: Finding) => severity === 'fatal'
