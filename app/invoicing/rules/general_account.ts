import { LocalDate } from '#lib/values'
import type { WorksPieceName } from './works.js'

/** What is to be done about the general account of a works contract, and until when. */
export interface AccountDeadline {
  on: LocalDate
  /** Who has to act. */
  by: 'buyer' | 'supplier'
  what: string
  /** What silence does. */
  unless: string
}

interface Received {
  /** When the maître d’œuvre, then the maître d’ouvrage, received it, `2026-11-20`. */
  byMoe: string | null
  byMoa: string | null
}

const NOTIFY = 'Notifier le décompte général'
/** CCAG-Travaux 2021, art. 12.4.2 and 12.4.3. */
const DAYS = 30
/** CCAG-Travaux 2021, art. 12.4.4. */
const TACIT_DAYS = 10

/**
 * The day by which the general account has to move, as the CCAG-Travaux of 2021 has it; null for a
 * piece that waits for nothing, or that nobody has received. A contract may say otherwise.
 */
export function accountDeadline(
  piece: WorksPieceName | null,
  { byMoe, byMoa }: Received
): AccountDeadline | null {
  if (byMoa === null) return null
  const after = (day: string, count: number) => LocalDate.parse(day).plusDays(count)
  switch (piece) {
    case 'PROJET_DECOMPTE_FINAL':
    case 'PROJET_DECOMPTE_GENERAL':
      return {
        // The later of both receptions (12.4.2)
        on: after(byMoe !== null && byMoe > byMoa ? byMoe : byMoa, DAYS),
        by: 'buyer',
        what: NOTIFY,
        unless:
          'Ensuite, le titulaire peut notifier un projet qui devient définitif en dix jours (CCAG-Travaux, 12.4.4).',
      }
    case 'PROJET_DECOMPTE_GENERAL_PROCEDURE_TACITE':
      return {
        on: after(byMoa, TACIT_DAYS),
        by: 'buyer',
        what: NOTIFY,
        unless:
          'Ensuite, ce projet est le décompte général et définitif, et le délai de paiement du solde court (CCAG-Travaux, 12.4.4).',
      }
    case 'DECOMPTE_GENERAL':
      return {
        on: after(byMoa, DAYS),
        by: 'supplier',
        what: 'Le titulaire le renvoie signé',
        unless: 'Ensuite, il est réputé l’avoir accepté (CCAG-Travaux, 12.4.3).',
      }
    default:
      return null
  }
}
