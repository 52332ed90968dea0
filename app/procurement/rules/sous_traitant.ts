import { Siret } from '#lib/values'
import { readEuros, type Problem } from './company_facts.js'

/** Whom a candidate subcontracts to: what R2193-1 asks of the declaration made with the offer. */
export interface SousTraitant {
  /** 1° */
  nature: string
  /** 2° */
  name: string
  siret: string | null
  address: string
  /** 3°, in euros without tax. */
  amount: string
  /** 4° */
  payment: string
  priceVariation: string
  /** 5° */
  capacities: string
  /** Its own declaration that it is in no case of exclusion. */
  isNotExcluded: boolean
}

export type TypedSousTraitant = Omit<SousTraitant, 'siret'> & { siret: string }

/** The declaration that was typed, or everything that is wrong with it, each at its field. */
export function readSousTraitant(
  typed: TypedSousTraitant
): { sousTraitant: SousTraitant } | { problems: Problem[] } {
  const problems: Problem[] = []
  const amount = readEuros(typed.amount)
  if (!amount || Number(amount) <= 0)
    problems.push({
      field: 'amount',
      message: 'Écrivez le montant maximum en euros hors taxes, par exemple 12000.',
    })
  const siret = typed.siret.replaceAll(/\s/g, '')
  if (siret && !Siret.tryParse(siret))
    problems.push({ field: 'siret', message: 'Ce SIRET n’est pas valide : vérifiez ses chiffres.' })
  if (!typed.isNotExcluded)
    problems.push({
      field: 'isNotExcluded',
      message: 'Le sous-traitant déclare n’être dans aucun cas d’exclusion (R2193-1).',
    })
  if (problems.length > 0) return { problems }
  return { sousTraitant: { ...typed, amount: amount!, siret: siret || null } }
}
