import { readXml } from '#lib/xml/tree/reader'
import type { Invoice } from '../model/invoice.js'
import { sentence, sheetFor } from '../packs/judge_pack.js'
import { Packs } from '../packs/packs.js'
import { agreed, type Agreed } from '../packs/two_engines.js'
import { ADVICE } from '../rules/advice.js'
import { apply } from '../rules/apply.js'
import { BR_FR } from '../rules/br_fr.js'
import { CPRO, isForPublicBuyer } from '../rules/cpro.js'
import { PIVOT_RULES } from '../rules/pivot.js'
import type { Rule } from '../rules/rule.js'
import type { Finding, Outcome, StepVerdict } from './outcome.js'
import { profileOf, type SetName } from './profile.js'
import { schemaStep } from './schema_step.js'

/** The verdict of an invoice on the rules that apply to it, by the model and by the packs that there are. */
export function judge(
  invoice: Invoice,
  bytes: Uint8Array,
  packs: Packs
): Omit<Outcome, 'container' | 'profile'> {
  const isInvoice = invoice.syntax === 'CII' || invoice.syntax === 'UBL'
  const profile = profileOf(invoice)
  // A sheet judges all that is written, what is of another namespace included.
  const root = invoice.isPruned && packs.all.length > 0 ? readXml(bytes) : invoice.node
  const byBoth = (set: SetName, rules: Rule[]): Agreed => {
    const sheet = sheetFor(set, invoice, profile)
    return agreed(findings(invoice, set, rules), sheet && sentence(packs, sheet, set, root))
  }
  const xsd = schemaStep(bytes, invoice, packs)
  const [ofProfile, brFr, cpro, advice] = [
    profile ? byBoth(profile.set, profile.rules) : null,
    isInvoice ? byBoth('br-fr', BR_FR) : null,
    forChorus(invoice, isInvoice, byBoth),
    isInvoice ? byBoth('advice', ADVICE) : null,
  ]
  const steps = {
    xsd: xsd.step,
    profile: verdictOf(ofProfile),
    br_fr: verdictOf(brFr),
    cpro: verdictOf(cpro),
  }
  const isInvalid = xsd.step === 'fail' || Object.values(steps).includes('invalid')
  const said = [ofProfile, brFr, cpro, advice].flatMap((one) => one?.findings ?? [])
  return {
    format: invoice.syntax,
    verdict: isInvalid ? 'invalid' : 'valid',
    steps,
    rules: [...xsd.findings, ...said],
  }
}

/** The verdict of our rules alone, whatever the operator imported. */
export const judgeByModel = (invoice: Invoice, bytes: Uint8Array) =>
  judge(invoice, bytes, Packs.NONE)

/** What Chorus Pro asks: of an invoice for a public buyer, and of its own pivot. */
function forChorus(
  invoice: Invoice,
  isInvoice: boolean,
  byBoth: (set: SetName, rules: Rule[]) => Agreed
): Agreed | null {
  if (invoice.syntax === 'PIVOT') return byBoth('cpro', PIVOT_RULES)
  return isInvoice && isForPublicBuyer(invoice) ? byBoth('cpro', CPRO) : null
}

const findings = (invoice: Invoice, set: SetName, rules: Rule[]): Finding[] =>
  apply(rules, invoice).map((report) => ({ ...report, set }))

const verdictOf = (found: Agreed | null): StepVerdict =>
  found === null ? null : found.isBroken ? 'invalid' : 'valid'
