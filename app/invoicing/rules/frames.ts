/** The cadres de facturation of Chorus Pro (DSE-CP; pivot `Cadre`), as their file names them. */
export const FRAMES: Record<string, string> = {
  A1: 'Facture d’un fournisseur',
  A2: 'Facture déjà payée',
  A3: 'Mémoire de frais de justice',
  A4: 'Projet de décompte mensuel',
  A5: 'État d’acompte',
  A6: 'État d’acompte validé',
  A7: 'Projet de décompte final',
  A8: 'Décompte général et définitif',
  A9: 'Facture d’un sous-traitant, en paiement direct',
  A10: 'Décompte mensuel d’un sous-traitant',
  A11: 'Décompte final d’un sous-traitant',
  A12: 'Facture d’un cotraitant',
  A13: 'Décompte mensuel d’un cotraitant',
  A14: 'Décompte final d’un cotraitant',
  A15: 'État d’acompte du maître d’œuvre',
  A16: 'État d’acompte validé par le maître d’œuvre',
  A17: 'Projet de décompte général du maître d’œuvre',
  A18: 'Décompte général du maître d’œuvre',
  A19: 'État d’acompte validé par le maître d’ouvrage',
  A20: 'Décompte général du maître d’ouvrage',
  A21: 'Remboursement de taxe intérieure de consommation',
  A22: 'Projet de décompte général du fournisseur, procédure tacite',
  A23: 'Décompte général et définitif tacite du fournisseur',
  A24: 'Décompte général et définitif tacite du maître d’œuvre',
  A25: 'Décompte général et définitif du maître d’œuvre, procédure tacite',
}

/** What XP Z12-012 writes (BT-23) for a sub-contractor who is paid directly, and for a co-contractor. */
const OF_PROCESS: Record<string, string> = { S3: 'A9', S6: 'A12' }

/** The cadre that a file says, in its own words or in those of BT-23; null when it says none. */
export function frameOf(said: string | undefined): string | null {
  const word = said?.trim().toUpperCase() ?? ''
  const frame = OF_PROCESS[word] ?? word
  return Object.hasOwn(FRAMES, frame) ? frame : null
}

/** The frames of whom the titulaire of the contract answers for before the buyer does. */
const BY_TITULAIRE = ['A9', 'A10', 'A11', 'A12', 'A13', 'A14']
/** The frames of works: the supplier, the maître d’œuvre and the maître d’ouvrage act one after the other. */
const WORKS = ['A4', 'A5', 'A6', 'A7', 'A8', 'A10', 'A11', ...range(13, 20), ...range(22, 25)]

/** Who has to say yes before the buyer pays; null for an invoice of one supplier. */
export function validatorOf(frame: string | null): string | null {
  if (frame === null) return null
  const isWorks = WORKS.includes(frame)
  if (BY_TITULAIRE.includes(frame))
    return isWorks ? 'le titulaire du marché, puis le maître d’œuvre' : 'le titulaire du marché'
  return isWorks ? 'le maître d’œuvre' : null
}

/** « A9, validé avant vous par le titulaire du marché ». */
export function validatedBy(frame: string): string {
  const validator = validatorOf(frame)
  return validator ? `${frame}, validé avant vous par ${validator}` : frame
}

function range(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, rank) => `A${from + rank}`)
}
