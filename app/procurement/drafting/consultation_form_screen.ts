import { seenIn, type SharedForm } from '#web/forms/shared_form'
import { CCAG, NATURES, PRICE_FORMS, PRICE_TYPES } from '../rules/choices.js'
import type Consultation from './consultation.js'

const options = (words: readonly string[]) => words.map((one) => ({ value: one, label: one }))

/** The schema spells its words without their accent or with a typist's apostrophe. */
const wellWritten = (word: string) => word.replace('Maitrise', 'Maîtrise').replaceAll("'", '’')

const CHOICES = {
  natures: Object.entries(NATURES).map(([value, label]) => ({ value, label })),
  ccags: CCAG.map((value) => ({ value, label: wellWritten(value) })),
  priceForms: options(PRICE_FORMS),
  priceTypes: options(PRICE_TYPES),
}

/** The form of a consultation to come, with what a small purchase usually is. */
export const blankForm = () => ({
  ...CHOICES,
  shared: null,
  typed: {
    ccag: 'Fournitures courantes et services',
    priceForm: 'Forfaitaire',
    priceType: 'Définitif ferme',
    nature: 'services',
    durationMonths: 12,
    weightPrice: 50,
    weightTechnical: 40,
    weightEnvironment: 10,
    deadlineTime: '12:00',
    threshold: 2,
  } as Record<string, unknown>,
})

/** The form of a draft. */
export const formOf = (consultation: Consultation) => ({
  ...CHOICES,
  shared: shownShared(sharedConsultation(consultation)),
  typed: typedOf(consultation),
})

/** What a consultation says, in the words of its form. */
export function typedOf(consultation: Consultation): Record<string, unknown> {
  const { reference, title, description, nature, cpv, placeCode, durationMonths } = consultation
  const { ccag, priceForm, priceType, hasAdvance, threshold, hour, estimate } = consultation
  const weight = (key: string) => consultation.criteria.find((one) => one.key === key)?.weight ?? 0
  return {
    ...{ reference, title, description, nature, cpv, placeCode, durationMonths },
    ...{ ccag, priceForm, priceType, hasAdvance, threshold },
    forbidsSeveralGroups: consultation.forbidsSeveralGroups,
    estimate: String(estimate ?? ''),
    weightPrice: weight('price'),
    weightTechnical: weight('technical'),
    weightEnvironment: weight('environment'),
    deadlineDay: hour.toISODate(),
    deadlineTime: hour.toFormat(hour.second === 0 ? 'HH:mm' : 'HH:mm:ss'),
  }
}

/** What its form replaces (decision 0040). */
export const sharedConsultation = (consultation: Consultation): SharedForm => ({
  key: `consultation:${consultation.id}`,
  what: 'cette consultation',
  stored: typedOf(consultation),
  labels: {
    reference: 'Référence',
    title: 'Objet',
    description: 'Besoin',
    estimate: 'Montant estimé',
    cpv: 'Code CPV',
    deadlineDay: 'Jour limite',
    deadlineTime: 'Heure limite',
  },
})

/** The field of a form that says what was seen. */
export const shownShared = (form: SharedForm) => ({ seen: seenIn(form), form: form.key })
