import { Decimal } from '#lib/values'
import type { Problem } from './consultation_form.js'

/** What was typed of an offer: its note out of 100, its amount, and why. */
export interface TypedNote {
  pli: string
  note: string
  amount: string
  reason: string
}

/** The same once read; the first is the best. */
export interface RankedOffer {
  pli: string
  note: string
  amount: string
  reason: string
  rank: number
}

const read = (text: string) =>
  Decimal.tryParse(text.replaceAll(/[\s\u00a0\u202f]/g, '').replace(',', '.'))

/** The offers by their notes, or all that is wrong with what was typed; each at its field. */
export function rankOffers(typed: TypedNote[]): { offers: RankedOffer[]; problems: Problem[] } {
  const problems: Problem[] = []
  const readOffers = typed.map(({ pli, note, amount, reason }, index) => {
    const [points, euros] = [read(note), read(amount)]
    const say = (field: string, message: string) =>
      problems.push({ field: `notes.${index}.${field}`, message })
    if (!points || points.units < 0n || points.compareTo(Decimal.of(100)) > 0)
      say('note', 'Écrivez une note de 0 à 100.')
    if (!euros || euros.compareTo(Decimal.of(1)) < 0)
      say('amount', 'Écrivez le montant de l’offre en euros hors taxes.')
    if (reason.length < 10)
      say('reason', 'Motivez la note en quelques mots : ils iront dans les lettres.')
    return { pli, points, euros, reason }
  })
  if (problems.length > 0) return { offers: [], problems }
  const sorted = readOffers.toSorted((one, other) => other.points!.compareTo(one.points!))
  const offers = sorted.map(({ pli, points, euros, reason }, index) => ({
    ...{ pli, reason },
    note: points!.toString(),
    amount: euros!.toString(),
    rank: index + 1,
  }))
  return { offers, problems }
}
