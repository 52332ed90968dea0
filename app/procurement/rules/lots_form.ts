import { isCpv } from '#lib/decp/cpv'
import { adviceFor } from '#lib/tenders/thresholds'
import { Decimal, type LocalDate } from '#lib/values'
import type { NatureName } from './choices.js'
import type { Problem } from './consultation_form.js'

/** What a buyer types of a lot; those that are wholly blank are no lots. */
export interface TypedLot {
  title: string
  cpv: string
  estimate: string
}

/** The same, and how many of them one company may answer or win; blank is as many as there are. */
export interface TypedLots {
  lots: TypedLot[]
  mostAnswered: number | null
  mostWon: number | null
}

/** A lot once it is read; its number is its rank from 1. */
export interface ReadLot {
  number: number
  title: string
  cpv: string
  estimate: string
}

/** The envelopes of FORMAT §1 go further; a DECP identifier and a page do not. */
export const MOST_LOTS = 99
/** Of an identifier of the essential data. */
const ID_LENGTH = 16

/** The identifier of the marché of a lot in the essential data: unique, and sixteen signs at most. */
export const marcheIdOf = (reference: string, number: number): string => `${reference}-L${number}`

const read = (text: string) =>
  Decimal.tryParse(text.replaceAll(/[\s\u00a0\u202f]/g, '').replace(',', '.'))

/** The lots and what they are worth together, or all that is wrong with them, each at its field. */
export function readLots(
  { lots, mostAnswered, mostWon }: TypedLots,
  { reference, nature, today }: { reference: string; nature: NatureName; today: LocalDate }
): { lots: ReadLot[]; total: Decimal; problems: Problem[] } {
  const problems: Problem[] = []
  const say = (field: string, message: string) => problems.push({ field, message })
  const found: ReadLot[] = []
  let total = Decimal.ZERO
  for (const [index, { title, cpv, estimate }] of lots.entries()) {
    if (!title && !cpv && !estimate) continue
    const amount = read(estimate)
    if (title.length < 3) say(`lots.${index}.title`, 'Nommez ce lot en quelques mots.')
    if (!isCpv(cpv))
      say(`lots.${index}.cpv`, 'Ce code n’est pas de la nomenclature CPV 2008 : huit chiffres.')
    if (!amount || amount.units <= 0n)
      say(`lots.${index}.estimate`, 'Écrivez un montant en euros hors taxes, par exemple 42000.')
    else total = total.plus(amount)
    found.push({ number: found.length + 1, title, cpv, estimate: amount?.toString() ?? '' })
  }
  if (found.length === 1)
    say('lots.0.title', 'Un seul lot ne divise rien : écrivez-en deux au moins, ou aucun.')
  const last = marcheIdOf(reference, found.length)
  if (found.length > 0 && last.length > ID_LENGTH)
    say(
      'lots.0.title',
      `La référence « ${reference} » est trop longue pour des lots : leurs marchés se nommeraient « ${last} », et les données essentielles n’admettent que seize signes. Raccourcissez-la d’abord.`
    )
  for (const [field, most] of Object.entries({ mostAnswered, mostWon }))
    if (most !== null && (most < 1 || most > found.length))
      say(field, `Écrivez un nombre de 1 à ${found.length}, ou rien pour ne pas limiter.`)
  // R2121-1: the procedure is chosen by the value of all the lots together
  const advice =
    total.units > 0n ? adviceFor(today, { nature, amount: total, buyer: 'local' }) : null
  if (advice?.procedure === 'formalisee')
    say(
      'lots.0.estimate',
      `Les lots font ${total.toString()} € ensemble : à ce montant, la procédure est formalisée.`
    )
  return { lots: found, total, problems }
}
