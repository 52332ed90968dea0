import { clock } from '#kernel/clock'
import { holdBeginnings } from '../spaces/hold_beginnings.js'
import DocumentType, { type TypedField } from './document_type.js'

const NUMBER: TypedField = { key: 'numero', label: 'Numéro', kind: 'text' }
const THIRD_PARTY: TypedField = { key: 'tiers', label: 'Tiers', kind: 'text' }
const AMOUNT: TypedField = { key: 'montant', label: 'Montant (€)', kind: 'amount' }

/** What the papers of a commune are; each member may add its own. */
const USUAL: [code: string, label: string, fields?: TypedField[]][] = [
  ['acte', 'Acte', [NUMBER]],
  ['arrete', 'Arrêté', [NUMBER]],
  ['attestation', 'Attestation'],
  ['bordereau', 'Bordereau', [NUMBER]],
  ['budget', 'Budget'],
  ['bulletin', 'Bulletin'],
  ['certificat', 'Certificat'],
  ['compte_rendu', 'Compte rendu'],
  ['contrat', 'Contrat', [NUMBER, THIRD_PARTY]],
  ['convention', 'Convention', [NUMBER, THIRD_PARTY]],
  ['convocation', 'Convocation'],
  ['courrier', 'Courrier', [NUMBER, THIRD_PARTY]],
  ['decision', 'Décision', [NUMBER]],
  ['deliberation', 'Délibération', [NUMBER]],
  ['devis', 'Devis', [NUMBER, THIRD_PARTY, AMOUNT]],
  ['document', 'Document'],
  ['dossier', 'Dossier', [NUMBER]],
  ['etat', 'État'],
  ['facture', 'Facture', [NUMBER, THIRD_PARTY, AMOUNT]],
  ['formulaire', 'Formulaire'],
  ['mandat', 'Mandat', [NUMBER, THIRD_PARTY, AMOUNT]],
  ['marche', 'Marché', [NUMBER, THIRD_PARTY, AMOUNT]],
  [
    'message',
    'Message',
    [
      { key: 'expediteur', label: 'Expéditeur', kind: 'text' },
      { key: 'destinataires', label: 'Destinataires', kind: 'text' },
    ],
  ],
  ['note', 'Note'],
  ['permis', 'Permis', [NUMBER, THIRD_PARTY]],
  ['photo', 'Photo'],
  ['plan', 'Plan', [NUMBER]],
  ['proces_verbal', 'Procès-verbal', [NUMBER]],
  ['rapport', 'Rapport'],
  ['registre', 'Registre'],
  ['titre', 'Titre de recettes', [NUMBER, THIRD_PARTY, AMOUNT]],
]

/** Gives the tenant in context the usual types that it has not. How many were added. */
export async function giveUsualTypes(): Promise<number> {
  if ((await missingTypes()).length === 0) return 0
  await holdBeginnings()
  const missing = await missingTypes()
  for (const [code, label, fields = []] of missing) {
    await DocumentType.create({ code, label, fields: json(fields), createdAt: clock.now() })
  }
  return missing.length
}

async function missingTypes() {
  const known = new Set((await DocumentType.query().select('code')).map(({ code }) => code))
  return USUAL.filter(([code]) => !known.has(code))
}

/** Lucid gives a list to the driver as an array of PostgreSQL: the column is JSON. */
const json = (fields: TypedField[]) => JSON.stringify(fields) as unknown as TypedField[]
