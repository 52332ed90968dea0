import { type DateTime } from 'luxon'
import { isCpv } from '#lib/decp/cpv'
import { instantOfLocal, NoSuchHour, zoneOf } from '#lib/tenders/deadline'
import { adviceFor } from '#lib/tenders/thresholds'
import { Decimal, InvalidValue, type LocalDate } from '#lib/values'
import type { NatureName } from './choices.js'

/** What a buyer types of a consultation. */
export interface TypedConsultation {
  reference: string
  title: string
  description: string
  nature: NatureName
  estimate: string
  cpv: string
  placeCode: string
  durationMonths: number
  ccag: string
  priceForm: string
  priceType: string
  hasAdvance: boolean
  weightPrice: number
  weightTechnical: number
  weightEnvironment: number
  deadlineDay: string
  deadlineTime: string
  threshold: number
}

export interface Criterion {
  key: 'price' | 'technical' | 'environment'
  label: string
  weight: number
}

export interface Problem {
  field: string
  message: string
}

const LABELS = {
  price: 'Prix des prestations',
  technical: 'Valeur technique',
  environment: 'Performance environnementale',
} as const

/** The criteria of a consultation of several criteria, in the order in which they are shown. */
export function criteriaOf(typed: TypedConsultation): Criterion[] {
  const weights = [
    ['price', typed.weightPrice],
    ['technical', typed.weightTechnical],
    ['environment', typed.weightEnvironment],
  ] as const
  return weights
    .filter(([, weight]) => weight > 0)
    .map(([key, weight]) => ({ key, label: LABELS[key], weight }))
}

/** Everything that is wrong with what was typed, each at its field, for a launch on `today`. */
export function problemsOf(
  typed: TypedConsultation,
  { now, today, zone }: { now: DateTime; today: LocalDate; zone: string }
): Problem[] {
  const problems: Problem[] = []
  const say = (field: string, message: string | null) =>
    message && problems.push({ field, message })
  say(
    'cpv',
    isCpv(typed.cpv)
      ? null
      : 'Ce code n’est pas de la nomenclature CPV 2008 : huit chiffres, par exemple 45233140.'
  )
  say(
    'placeCode',
    /^\d[\dAB]\d{3}$/.test(typed.placeCode)
      ? null
      : 'Écrivez le code postal du lieu d’exécution, cinq chiffres.'
  )
  const sum = typed.weightPrice + typed.weightTechnical + typed.weightEnvironment
  say(
    'weightPrice',
    sum === 100 ? null : `Les critères font ${sum} sur 100 : répartissez 100 points.`
  )
  // Loi Climat, article 35; décret 2022-767: consultations launched from 21 August 2026
  say(
    'weightEnvironment',
    typed.weightEnvironment > 0
      ? null
      : 'Un critère au moins porte sur l’environnement (code de la commande publique, R2152-7) : donnez-lui des points.'
  )
  say('estimate', estimateProblem(typed, today))
  say('deadlineTime', deadlineProblem(typed, now, zone))
  return problems
}

function estimateProblem({ estimate, nature }: TypedConsultation, today: LocalDate): string | null {
  const amount = Decimal.tryParse(estimate.replaceAll(/[\s\u00a0\u202f]/g, '').replace(',', '.'))
  if (!amount || amount.units <= 0n)
    return 'Écrivez un montant en euros hors taxes, par exemple 85000.'
  const advice = adviceFor(today, { nature, amount, buyer: 'local' })
  if (advice === null)
    return 'Les seuils de ce jour ne sont pas connus de la plateforme : prévenez l’exploitant.'
  return advice.procedure === 'formalisee'
    ? 'À ce montant, la procédure est formalisée : une procédure adaptée ne suffit pas.'
    : null
}

function deadlineProblem(typed: TypedConsultation, now: DateTime, zone: string): string | null {
  try {
    return deadlineOf(typed, zone) <= now
      ? 'Cette heure est déjà passée : choisissez-en une à venir.'
      : null
  } catch (error) {
    if (error instanceof NoSuchHour || error instanceof InvalidValue) return error.message
    throw error
  }
}

/** The instant of the deadline. @throws InvalidValue, NoSuchHour */
export const deadlineOf = (
  { deadlineDay, deadlineTime }: Pick<TypedConsultation, 'deadlineDay' | 'deadlineTime'>,
  zone: string
): DateTime => instantOfLocal(`${deadlineDay}T${deadlineTime}`, zoneOf(zone))

/** The estimate as it is kept. */
export const readEstimate = (text: string): string =>
  Decimal.parse(text.replaceAll(/[\s\u00a0\u202f]/g, '').replace(',', '.')).toString()

/** A MAPA leaves a reasonable time, which no text counts: under twenty days it is worth a warning. */
export const SHORT_DAYS = 20
