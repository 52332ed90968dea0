import { carbonLabel } from '../carbon_impact.js'
import type { CarbonImpact } from '../carbon_impact.js'
import { formatNumber } from '../french_number.js'
import type { Publication, SheetContent } from '../sheet.js'
import type { SheetPart } from './part.js'
import type { Reader } from './reader.js'

export const CARBON_STATES = {
  non_mesure: 'Non mesuré',
  estime: 'Estimé',
  mesure: 'Mesuré',
} as const

const blank = {
  title: '',
  echeance: '',
  echeanceAbout: '',
  carbonState: '',
  carbon: '',
  indicatorsNote: '',
  origin: '',
  publishedOn: '',
  editedOn: '',
  author: '',
  place: '',
}

type Essentials = typeof blank

/** The head of a sheet: what it is called, when it is due, where it comes from. */
export const essentialsPart: SheetPart<Essentials> = {
  code: 'essentiel',
  title: 'L’essentiel',
  blank,
  typed: ({ title, echeance, carbon, indicatorsNote, origin, publication }) => ({
    title,
    echeance: echeance?.label ?? '',
    echeanceAbout: echeance?.about ?? '',
    carbonState: carbon.state,
    carbon: carbon.state === 'non_mesure' ? '' : formatNumber(carbon.kgCo2e),
    indicatorsNote: indicatorsNote ?? '',
    origin: origin ?? '',
    publishedOn: publication?.publishedOn ?? '',
    editedOn: publication?.editedOn ?? '',
    author: publication?.author ?? '',
    place: publication?.place ?? '',
  }),
  read: (typed, reader) => ({
    title: reader.line('title', typed.title, 3),
    echeance: echeanceOf(typed, reader),
    carbon: carbonOf(typed, reader),
    indicatorsNote: reader.line('indicatorsNote', typed.indicatorsNote) || null,
    origin: reader.line('origin', typed.origin) || null,
    publication: publicationOf(typed, reader),
  }),
  told: tell,
}

function echeanceOf(typed: Essentials, reader: Reader): SheetContent['echeance'] {
  const about = reader.line('echeanceAbout', typed.echeanceAbout)
  const echeance = reader.echeance('echeance', typed.echeance)
  if (about && typed.echeance === '') reader.refuse('echeance', 'Dites pour quand.')
  return echeance && { ...echeance, about }
}

/** A figure without a word for it, or the reverse, would make « non mesuré » look like zero. */
function carbonOf({ carbonState, carbon }: Essentials, reader: Reader): CarbonImpact {
  const states = Object.keys(CARBON_STATES) as (keyof typeof CARBON_STATES)[]
  const state = reader.choice('carbonState', carbonState || 'non_mesure', states)
  if (state !== 'non_mesure') return { state, kgCo2e: reader.figure('carbon', carbon) }
  if (carbon !== '') {
    reader.refuse('carbonState', 'Dites si ce chiffre est estimé ou mesuré, ou effacez-le.')
  }
  return { state }
}

function publicationOf(typed: Essentials, reader: Reader): Publication | null {
  const { publishedOn, editedOn, author, place } = typed
  if (publishedOn + editedOn + author + place === '') return null
  const first = reader.day('publishedOn', publishedOn)
  const last = reader.day('editedOn', editedOn)
  if (publishedOn === '') reader.refuse('publishedOn', 'Dites quand la fiche a été publiée.')
  if (first && last && last < first) {
    reader.refuse('editedOn', 'La dernière édition ne peut pas précéder la publication.')
  }
  return {
    publishedOn: first ?? '',
    editedOn: last ?? first ?? '',
    author: reader.line('author', author, 2),
    place: reader.line('place', place),
  }
}

function tell(sheet: SheetContent): string {
  const { title, echeance, carbon, indicatorsNote, origin, publication } = sheet
  return [
    title,
    echeance && `Échéance\u202f: ${`${echeance.label} ${echeance.about}`.trim()}`,
    `Impact carbone\u202f: ${carbonLabel(carbon)}`,
    indicatorsNote,
    origin && `Document d’origine\u202f: ${origin}`,
    publication &&
      `Publiée le ${publication.publishedOn}, modifiée le ${publication.editedOn}, par ${publication.author}, ${publication.place}`,
  ]
    .filter(Boolean)
    .join('\n')
}
