/**
 * Every text section that an action sheet may hold: the union of a province's action sheet
 * (000), a town's project card (001) and the nine fields of the five-step method (004).
 * `text` is paragraphs, `list` is one item a line.
 */
export const FICHE_SECTIONS = {
  synthese: { title: 'Synthèse', shape: 'text', group: 'presentation' },
  contexte: { title: 'Contexte', shape: 'text', group: 'presentation' },
  description: { title: 'Description de l’action', shape: 'text', group: 'presentation' },
  actions: { title: 'Actions', shape: 'text', group: 'presentation' },
  objectifs: { title: 'Objectifs opérationnels', shape: 'text', group: 'presentation' },
  objectif_a_atteindre: { title: 'Objectif à atteindre', shape: 'text', group: 'presentation' },
  public_cible: { title: 'Public cible', shape: 'text', group: 'presentation' },
  enjeux: { title: 'Enjeux', shape: 'text', group: 'presentation' },
  pilotage: { title: 'Pilotage', shape: 'text', group: 'organisation' },
  equipe_projet: { title: 'Équipe projet', shape: 'list', group: 'organisation' },
  directions: { title: 'Directions mobilisées', shape: 'list', group: 'organisation' },
  prerequis: { title: 'Prérequis', shape: 'text', group: 'organisation' },
  partenaires: { title: 'Partenaires', shape: 'text', group: 'organisation' },
  prestataires: { title: 'Prestataires et partenaires', shape: 'list', group: 'organisation' },
  moyens: { title: 'Moyens nécessaires', shape: 'text', group: 'organisation' },
  outils: { title: 'Outils', shape: 'list', group: 'organisation' },
  services: { title: 'Services', shape: 'list', group: 'organisation' },
  thematiques: { title: 'Thématiques du plan', shape: 'list', group: 'organisation' },
  impacts: { title: 'Impacts attendus', shape: 'text', group: 'evaluation' },
  risques: { title: 'Risques', shape: 'text', group: 'evaluation' },
  mode_evaluation: { title: 'Mode d’évaluation', shape: 'text', group: 'evaluation' },
  resultats: { title: 'Résultats', shape: 'list', group: 'evaluation' },
  benefices: { title: 'Bénéfices', shape: 'list', group: 'evaluation' },
  recommandations: { title: 'Recommandations', shape: 'text', group: 'evaluation' },
  forces: { title: 'Forces', shape: 'list', group: 'evaluation' },
  faiblesses: { title: 'Faiblesses', shape: 'list', group: 'evaluation' },
} as const satisfies Record<string, { title: string; shape: 'text' | 'list'; group: string }>

export type SectionCode = keyof typeof FICHE_SECTIONS

export const SECTION_CODES = Object.keys(FICHE_SECTIONS) as SectionCode[]

export type FicheSections = Partial<Record<SectionCode, string>>

/** Long enough for the longest real card, short enough for a page. */
export const SECTION_MAX_LENGTH = 20_000

/** True when the text names a section. */
export function isSectionCode(text: string): text is SectionCode {
  return Object.hasOwn(FICHE_SECTIONS, text)
}

/** Items of a list section, without dashes nor blanks; paragraphs of a text section. */
export function sectionItems(code: SectionCode, text: string): string[] {
  const separator = FICHE_SECTIONS[code].shape === 'list' ? /\n+/ : /\n\s*\n+/
  return text
    .split(separator)
    .map((item) => item.replace(/^\s*[-•]\s+/, '').trim())
    .filter((item) => item !== '')
}
