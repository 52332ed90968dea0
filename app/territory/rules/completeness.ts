import { FICHE_SECTIONS, type FicheSections, type SectionCode } from './fiche_sections.js'

/** What is looked at to say how complete a sheet is. */
export interface FicheContent {
  title: string
  statut: string | null
  hasPilot: boolean
  hasDueDate: boolean
  indicators: number
  sections: FicheSections
}

export interface Completeness {
  /** Without these the action cannot be followed: they block the evaluation. */
  missing: string[]
  /** The fields of the five-step method that are still empty, or only promised: a warning. */
  advised: string[]
  ratio: number
}

// Commission DUNAE, 5 October 2017: equipe projet, prerequis, partenariats, public cible, impacts,
// risques, moyens, calendrier, mode d'evaluation.
const METHOD: SectionCode[] = [
  'equipe_projet',
  'prerequis',
  'partenaires',
  'public_cible',
  'impacts',
  'risques',
  'moyens',
  'mode_evaluation',
]

const DEFERRED = /^à définir\b/i

/** Says what a sheet lacks; « À définir » counts as empty, since it defers the answer. */
export function completeness(fiche: FicheContent): Completeness {
  const described = ['description', 'actions', 'synthese'] as const
  const needed: [string, boolean][] = [
    ['Titre', fiche.title.trim() !== ''],
    ['Description', described.some((code) => isFilled(fiche.sections[code]))],
    ['Statut', fiche.statut !== null],
    ['Pilote', fiche.hasPilot],
  ]
  const wished: [string, boolean][] = [
    ...METHOD.map((code): [string, boolean] => [
      FICHE_SECTIONS[code].title,
      isFilled(fiche.sections[code]) ||
        (code === 'partenaires' && isFilled(fiche.sections.prestataires)),
    ]),
    ['Calendrier', fiche.hasDueDate],
    ['Indicateurs', fiche.indicators > 0],
  ]
  const all = [...needed, ...wished]
  return {
    missing: namesOf(needed),
    advised: namesOf(wished),
    ratio: all.filter(([, filled]) => filled).length / all.length,
  }
}

/** Whether a text answers: « À définir » defers the answer. */
export function isFilled(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '' && !DEFERRED.test(text.trim())
}

function namesOf(checks: [string, boolean][]): string[] {
  return checks.filter(([, filled]) => !filled).map(([name]) => name)
}
