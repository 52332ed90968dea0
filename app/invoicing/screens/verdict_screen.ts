import type { Finding, Outcome } from '#lib/einvoice'
import type { Meaning } from '#lib/meaning'
import type { KeptOutcome } from '../reading/read_received.js'

const VERDICTS: Record<Outcome['verdict'], { label: string; meaning: Meaning; text: string }> = {
  valid: {
    label: 'Conforme',
    meaning: 'done',
    text: 'Aucune règle obligatoire n’est enfreinte.',
  },
  invalid: {
    label: 'Non conforme',
    meaning: 'waiting',
    text: 'Des règles sont enfreintes. Cela ne dispense pas de payer : dites-les au fournisseur, ou suspendez la facture si elles empêchent de la liquider.',
  },
  unreadable: {
    label: 'Illisible',
    meaning: 'trouble',
    text: 'Le fichier reçu ne se lit pas comme une facture électronique ; il est gardé tel quel.',
  },
}

const SEVERITIES: Record<Finding['severity'], { label: string; meaning: Meaning }> = {
  fatal: { label: 'Enfreinte', meaning: 'trouble' },
  warning: { label: 'À corriger', meaning: 'waiting' },
  advice: { label: 'Conseil', meaning: 'doing' },
}

/** Our rules and the official pack do not say the same: the pack decides. */
const DISPUTED: { label: string; meaning: Meaning } = { label: 'Contestée', meaning: 'waiting' }

const SETS: Record<Finding['set'], string> = {
  'xsd': 'Schéma',
  'en16931': 'EN 16931',
  'extended-ctc-fr': 'Extension française',
  'factur-x': 'Factur-X',
  'br-fr': 'Règles françaises',
  'cdar': 'Cycle de vie',
  'cpro': 'Chorus Pro',
  'container': 'Fichier',
  'advice': 'Conseil',
}

const isOurs = ({ id }: Finding) => /^E_[A-Z_]+$/.test(id)

/** The verdict on a file that was received, rule by rule, each with how to mend it. */
export function verdictScreen(outcome: KeptOutcome | null) {
  if (!outcome) return null
  const rules = outcome.rules.map((rule) => ({
    state: rule.disputed ? DISPUTED : SEVERITIES[rule.severity],
    set: SETS[rule.set],
    // What keeps a file from being read has a code of ours, that no rule book explains
    id: isOurs(rule) ? null : rule.id,
    term: isOurs(rule) ? null : rule.term,
    message: rule.message,
  }))
  const count = (severity: Finding['severity']) =>
    outcome.rules.filter((rule) => rule.severity === severity).length
  return {
    ...VERDICTS[outcome.verdict],
    judges: outcome.pack
      ? `Jugée par nos règles et par le paquet officiel ${outcome.pack}.`
      : 'Jugée par nos règles seules : aucun paquet officiel ne s’appliquait.',
    rules,
    isOpen: count('fatal') > 0,
    summary: `${rules.length} remarque${rules.length > 1 ? 's' : ''}, dont ${count('fatal')} obligatoire${count('fatal') > 1 ? 's' : ''}`,
  }
}
