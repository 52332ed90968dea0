import { Siret } from '#lib/values'
import type { InvoiceContent } from '../reading/content.js'

/** What a public buyer wants of the invoices that it is sent (Chorus Pro, parameters of a structure). */
export interface Demands {
  siret: string
  siren: string
  wantsEngagement: boolean
  wantsService: boolean
}

/** Something that this buyer would miss, at its term, and how to mend it. */
export interface Missed {
  id: string
  term: string
  message: string
}

/**
 * What an invoice lacks for the buyer that it is for: BR-FR-CPRO-10 to 13 (XP Z12-012, §4.5.3), which
 * only the buyer's own parameters decide; none when it has all.
 */
export function missedBy(
  { buyer, engagement, contract, service }: InvoiceContent,
  { siret, siren, wantsEngagement, wantsService }: Demands
): Missed[] {
  const missed: Missed[] = []
  const isOurs = siret ? buyer.id === siret : buyer.id.startsWith(siren)
  if (!isOurs)
    missed.push({
      id: 'BR-FR-CPRO-10',
      term: 'BT-46',
      message: siret
        ? `Adressez-la au SIRET ${siret} (BT-46, 0009) : elle dit ${buyer.id || 'aucun identifiant'}.`
        : `Adressez-la à un SIRET qui commence par ${siren} (BT-46, 0009) : elle dit ${buyer.id || 'aucun identifiant'}.`,
    })
  if (wantsService && !service)
    missed.push({
      id: 'BR-FR-CPRO-11',
      term: 'BT-46',
      message: 'Donnez le code du service (BT-46, 0224, ou BT-10) : cet acheteur le demande.',
    })
  // The number of a market may stand in for it
  if (wantsEngagement && !engagement && !contract)
    missed.push({
      id: 'BR-FR-CPRO-12',
      term: 'BT-13',
      message: 'Donnez le numéro d’engagement (BT-13) : cet acheteur le demande.',
    })
  return missed
}

/** The SIREN that an identifier of a buyer begins with; null when it is neither a SIRET nor a SIREN. */
export const sirenIn = (id: string): string | null => {
  const plain = id.replaceAll(/\s/g, '')
  return Siret.tryParse(plain) ? plain.slice(0, 9) : /^\d{9}$/.test(plain) ? plain : null
}
