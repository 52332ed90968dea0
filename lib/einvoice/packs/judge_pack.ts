import { broken, type Broken } from '#lib/schematron'
import type { XmlNode } from '#lib/xml/tree/element'
import type { Finding } from '../check/outcome.js'
import type { RuleSet, SetName } from '../check/profile.js'
import type { Invoice } from '../model/invoice.js'
import type { Packs } from './packs.js'
import type { SheetName } from './sheet_kinds.js'

/** What a sheet of a pack says, and of which version it is. */
export interface Sentence {
  findings: Finding[]
  version: string
}

/** Places that are told for one rule, as for the rules of the model. */
const MOST_PLACES = 20

/** The official sheet that answers to a set of the model; null when no pack has it. */
export function sheetFor(
  set: SetName,
  { syntax }: Invoice,
  profile: RuleSet | null
): SheetName | null {
  if (set === 'cdar') return 'cdar'
  if (set === 'factur-x') return profile?.level === 'basicwl' ? 'fx-bwl' : 'fx-ext'
  if (syntax !== 'CII' && syntax !== 'UBL') return null
  const of = syntax === 'CII' ? 'cii' : 'ubl'
  if (set === 'en16931') return `en-${of}`
  if (set === 'extended-ctc-fr') return `ext-${of}`
  return set === 'br-fr' ? `br-${of}` : null
}

/** The judgment of a sheet on a document; null when no pack has that sheet. */
export function sentence(
  packs: Packs,
  name: SheetName,
  set: SetName,
  root: XmlNode
): Sentence | null {
  const found = packs.sheet(name)
  if (!found) return null
  return { findings: told(broken(found.sheet, root), set), version: found.version }
}

function told(all: Broken[], set: SetName): Finding[] {
  const byId = Map.groupBy(all, ({ assertion }) => idOf(assertion.id))
  return [...byId].flatMap(([id, places]) => {
    const shown = places.slice(0, MOST_PLACES).map((one) => findingOf(id, one, set))
    const more = places.length - shown.length
    if (more > 0) shown.at(-1)!.message += ` (${more} autres endroits sont dans le même cas.)`
    return shown
  })
}

/** A report of Factur-X has no identifier: the contract names it. */
const idOf = (id: string) => id || 'FX-UNUSED'

function findingOf(id: string, { assertion, node, error }: Broken, set: SetName): Finding {
  const term = termIn(id) ?? termIn(assertion.message) ?? node.name
  const official = assertion.message.slice(0, 400)
  const message = error
    ? `Cette règle officielle ne se calcule pas ici : corrigez ${node.name}, dont une valeur manque, est doublée ou n’est pas du type attendu.`
    : `Corrigez ${node.name} selon la règle officielle : ${official}`
  const severity = assertion.isWarning ? 'warning' : 'fatal'
  return { id, set, term, severity, message, at: node.place }
}

const termIn = (text: string): string | null => /\b(?:BT|BG|MDT|MDG)-\d+\b/.exec(text)?.[0] ?? null
