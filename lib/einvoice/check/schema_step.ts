import type { SchemaProblem, SchemaSet } from '#lib/xml'
import { piecesOf } from '#lib/xml/long_document'
import type { SchemaName } from '../packs/pack.js'
import type { Packs } from '../packs/packs.js'
import type { Invoice } from '../model/invoice.js'
import type { Finding } from './outcome.js'

/** What the official schema reproaches. */
export interface SchemaStep {
  step: 'ok' | 'fail' | null
  findings: Finding[]
}

const MOST_PROBLEMS = 20
const MiB = 1024 * 1024
const LONG = 8 * MiB
const LINES_AT_ONCE = 2_000
/** What a schema takes any number of, by what the schema is for. */
const LINES: Partial<Record<SchemaName, string>> = {
  CII: 'IncludedSupplyChainTradeLineItem',
  Invoice: 'InvoiceLine',
  CreditNote: 'CreditNoteLine',
}

/** The official schema of a document, when a pack has it: `null` when none has. */
export function schemaStep(bytes: Uint8Array, invoice: Invoice, packs: Packs): SchemaStep {
  const schema = packs.schema(nameOf(invoice))
  if (schema === null) return { step: null, findings: [] }
  const problems = problemsIn(bytes, invoice, schema)
  return {
    step: problems.length === 0 ? 'ok' : 'fail',
    findings: problems.slice(0, MOST_PROBLEMS).map(findingOf),
  }
}

/** A long document is judged piece by piece: the whole of one is four times its bytes outside of the heap. */
function problemsIn(bytes: Uint8Array, invoice: Invoice, schema: SchemaSet): SchemaProblem[] {
  const options = { maxBytes: 128 * MiB }
  const line = LINES[nameOf(invoice)]
  if (bytes.length < LONG || line === undefined) return schema.validate(bytes, options)
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found: SchemaProblem[] = []
  for (const piece of piecesOf(whole, line, LINES_AT_ONCE)) {
    for (const problem of schema.validate(piece.bytes, options)) {
      const at = piece.lineOf(problem.line)
      if (at !== null) found.push({ ...problem, line: at })
    }
    if (found.length >= MOST_PROBLEMS) break
  }
  return found
}

const nameOf = ({ syntax, node }: Invoice): SchemaName =>
  syntax === 'UBL' ? (node.name as 'Invoice' | 'CreditNote') : syntax

function findingOf({ line, message }: SchemaProblem): Finding {
  const name = /Element '(?:\{[^}]*\})?([^']+)'/.exec(message)?.[1] ?? 'document'
  const said = message.replaceAll(/\{[^}]*\}/g, '').slice(0, 240)
  return {
    id: 'XSD',
    set: 'xsd',
    term: name,
    severity: 'fatal',
    message: `${remedyOf(message, name)} (${said})`,
    at: `ligne ${line}`,
  }
}

function remedyOf(message: string, name: string): string {
  if (message.includes('not expected')) {
    return `Retirez ${name}, ou mettez-le à sa place : le schéma ne l’attend pas ici.`
  }
  if (message.includes('Missing child'))
    return `Complétez ${name} : un élément obligatoire y manque.`
  if (message.includes('attribute')) return `Corrigez les attributs de ${name}.`
  return `Écrivez dans ${name} une valeur du type attendu : un nombre avec un point, une date, un code.`
}
