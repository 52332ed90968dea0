/** A piece of the account of a works contract, as Chorus Pro names it (`typeFactureTravaux`). */
export interface WorksPiece {
  label: string
  /** What it becomes, and by whom; null for a piece that is paid. */
  next: string | null
}

/**
 * The pieces of works (CCAG-Travaux 2021, art. 12). Each month and at the end of a contract one sum goes
 * through several of them, and only the last is paid.
 */
export const WORKS_PIECES = {
  PROJET_DECOMPTE_MENSUEL: {
    label: 'Projet de décompte mensuel',
    next: 'Le maître d’œuvre l’accepte ou le rectifie, et en tire l’état d’acompte (CCAG-Travaux, 12.2) : un montant contesté s’y corrige.',
  },
  ETAT_ACOMPTE: {
    label: 'État d’acompte',
    next: 'Validez-le sur le portail de Chorus Pro : l’état d’acompte validé revient ici, et c’est lui qui se paie.',
  },
  ETAT_ACOMPTE_VALIDE: { label: 'État d’acompte validé', next: null },
  PROJET_DECOMPTE_FINAL: {
    label: 'Projet de décompte final',
    next: 'Le maître d’œuvre en tire le projet de décompte général, que vous signez et notifiez (CCAG-Travaux, 12.4).',
  },
  PROJET_DECOMPTE_GENERAL: {
    label: 'Projet de décompte général',
    next: 'Rectifiez-le au besoin, signez-le et notifiez-le sur le portail de Chorus Pro (CCAG-Travaux, 12.4.2).',
  },
  DECOMPTE_GENERAL: {
    label: 'Décompte général',
    next: 'Le titulaire a trente jours pour le renvoyer signé, avec ou sans réserves (CCAG-Travaux, 12.4.3).',
  },
  DECOMPTE_GENERAL_SIGNE: { label: 'Décompte général et définitif', next: null },
  PROJET_DECOMPTE_GENERAL_PROCEDURE_TACITE: {
    label: 'Projet de décompte général, procédure tacite',
    next: 'Notifiez le décompte général sur le portail de Chorus Pro : sans lui, ce projet devient définitif (CCAG-Travaux, 12.4.4).',
  },
  DECOMPTE_GENERAL_DEFINITIF_TACITE: {
    label: 'Décompte général et définitif tacite',
    next: null,
  },
  DECOMPTE_GENERAL_DEFINITIF_PROCEDURE_TACITE: {
    label: 'Décompte général et définitif, procédure tacite',
    next: null,
  },
  DP_DE_SOUSTRAITANT_TRAVAUX: { label: 'Demande de paiement d’un sous-traitant', next: null },
} as const satisfies Record<string, WorksPiece>

export type WorksPieceName = keyof typeof WORKS_PIECES

const BY_FRAME: Record<string, WorksPieceName> = {
  A4: 'PROJET_DECOMPTE_MENSUEL',
  A5: 'ETAT_ACOMPTE',
  A6: 'ETAT_ACOMPTE_VALIDE',
  A7: 'PROJET_DECOMPTE_FINAL',
  A8: 'DECOMPTE_GENERAL_SIGNE',
  A10: 'DP_DE_SOUSTRAITANT_TRAVAUX',
  A11: 'DP_DE_SOUSTRAITANT_TRAVAUX',
  A13: 'DP_DE_SOUSTRAITANT_TRAVAUX',
  A14: 'DP_DE_SOUSTRAITANT_TRAVAUX',
  A15: 'ETAT_ACOMPTE',
  A16: 'ETAT_ACOMPTE_VALIDE',
  A17: 'PROJET_DECOMPTE_GENERAL',
  A18: 'DECOMPTE_GENERAL',
  A19: 'ETAT_ACOMPTE_VALIDE',
  A20: 'DECOMPTE_GENERAL',
  A22: 'PROJET_DECOMPTE_GENERAL_PROCEDURE_TACITE',
  A23: 'DECOMPTE_GENERAL_DEFINITIF_TACITE',
  A24: 'DECOMPTE_GENERAL_DEFINITIF_TACITE',
  A25: 'DECOMPTE_GENERAL_DEFINITIF_PROCEDURE_TACITE',
}

/** The piece of that name; null for a name that Chorus Pro did not have when this was written. */
export const pieceNamed = (name: string | null | undefined): WorksPieceName | null =>
  name && Object.hasOwn(WORKS_PIECES, name) ? (name as WorksPieceName) : null

/** The piece that a cadre de facturation is of; null for a frame that is none of works. */
export const pieceOfFrame = (frame: string | null): WorksPieceName | null =>
  frame !== null && Object.hasOwn(BY_FRAME, frame) ? BY_FRAME[frame] : null

/** Whether it is paid; an invoice that is no piece of works is. */
export const isPaid = (piece: WorksPieceName | null): boolean =>
  piece === null || WORKS_PIECES[piece].next === null

/**
 * From which day the delay of a payment on account runs: the maître d’œuvre receives the request for the
 * buyer (CCAG-Travaux, 12.1), as Chorus Pro timed it. The balance has its own start, the reception of
 * the décompte général et définitif (CCP, R2192-16), which is when it is made available.
 */
export function delayFrom(
  piece: WorksPieceName | null,
  { availableOn, requestedOn }: { availableOn: string | null; requestedOn: string | null }
): string | null {
  if (!isPaid(piece)) return null
  const isOnAccount = piece === 'ETAT_ACOMPTE_VALIDE'
  if (!isOnAccount || availableOn === null || requestedOn === null) return availableOn
  return requestedOn < availableOn ? requestedOn : availableOn
}
