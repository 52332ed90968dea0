/**
 * What a vault holds: each kind with how long a proof of it is taken for good from the day when it was
 * issued, in months, where a text says so; else its own term, which is written on it.
 */
export const PROOF_KINDS = {
  fiscal: { label: 'Attestation de régularité fiscale', issuer: 'DGFiP', months: 12 },
  // Code du travail, D8222-5: of less than six months
  urssaf: { label: 'Attestation de vigilance', issuer: 'Urssaf', months: 6 },
  kbis: { label: 'Extrait Kbis ou du RNE', issuer: 'Greffe ou INPI', months: null },
  insurance: { label: 'Assurance de responsabilité civile', issuer: '', months: 12 },
  decennial: { label: 'Assurance décennale', issuer: '', months: 12 },
  qualification: { label: 'Certificat de qualification', issuer: '', months: null },
  leave: { label: 'Caisse de congés payés', issuer: '', months: null },
  foreign: {
    label: 'Liste des salariés étrangers soumis à autorisation de travail',
    issuer: '',
    months: 6,
  },
  bank: { label: 'Relevé d’identité bancaire', issuer: '', months: null },
  other: { label: 'Autre pièce', issuer: '', months: null },
} as const
export type ProofKind = keyof typeof PROOF_KINDS

/** Before its end, when whoever keeps a proof is told. */
export const WARNED_DAYS = 30

/** Where a proof stands on a day: days are `2026-11-30`. */
export function standingOf(expiresOn: string | null, today: string, soon: string) {
  if (expiresOn === null) return { label: 'Sans terme', meaning: 'done' as const }
  if (expiresOn < today) return { label: 'Périmée', meaning: 'trouble' as const }
  if (expiresOn <= soon) return { label: 'Finit bientôt', meaning: 'waiting' as const }
  return { label: 'Valable', meaning: 'done' as const }
}
