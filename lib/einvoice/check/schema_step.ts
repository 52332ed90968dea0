import type { SchemaProblem } from '#lib/xml'
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

/** The official schema of a document, when a pack has it: `null` when none has. */
export function schemaStep(bytes: Uint8Array, invoice: Invoice, packs: Packs): SchemaStep {
  const schema = packs.schema(nameOf(invoice))
  if (schema === null) return { step: null, findings: [] }
  const problems = schema.validate(bytes, { maxBytes: 128 * MiB })
  return {
    step: problems.length === 0 ? 'ok' : 'fail',
    findings: problems.slice(0, MOST_PROBLEMS).map(findingOf),
  }
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
