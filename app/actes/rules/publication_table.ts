import type { NatureCode } from './nature.js'

/** What the law wants of the publication of a kind of acte, and since when. */
export interface PublicationRule {
  /** Decided from that day on. */
  since: string
  natures: NatureCode[] | 'all'
  /** Paths of the national classification, with all that is under them. */
  matieres: string[] | 'all'
  verdict: 'published' | 'kept_back'
  /** In French, for whoever meets the rule on a screen. */
  why: string
  article: string
  /** We were strict where the law left a doubt: a jurist must say. */
  toConfirm?: true
}

// Ordonnance 2021-1310 and décret 2021-1311: on line instead of on a board
const ONLINE = '2022-07-01'
const ALWAYS = '1982-03-03'
const PERSONAL = 'CRPA, articles L311-6 et L312-1-2'

/**
 * Read from the top: the first rule that fits decides, and what none fits is kept back. The rules
 * that keep back stand first. L5211-3, L3131-1 and L4141-1 give the same rules to the others than communes.
 */
export const PUBLICATION_RULES: PublicationRule[] = [
  {
    since: ALWAYS,
    natures: [3],
    matieres: 'all',
    verdict: 'kept_back',
    why: 'Un acte individuel se notifie à la personne qu’il concerne : il ne se publie pas.',
    article: `CGCT, article L2131-1 ; CRPA, article L221-8 ; ${PERSONAL}`,
  },
  {
    since: ALWAYS,
    natures: [4],
    matieres: 'all',
    verdict: 'kept_back',
    why: 'Un contrat contient des secrets d’affaires et des données personnelles : seules ses données essentielles se publient.',
    article: 'CRPA, article L311-6 ; code de la commande publique, article L2196-2',
    toConfirm: true,
  },
  {
    since: ALWAYS,
    natures: 'all',
    matieres: ['4'],
    verdict: 'kept_back',
    why: 'Un acte sur le personnel dit souvent la situation d’un agent.',
    article: PERSONAL,
    toConfirm: true,
  },
  {
    since: ALWAYS,
    natures: 'all',
    matieres: ['8.2'],
    verdict: 'kept_back',
    why: 'Un acte d’aide sociale dit souvent la situation d’une personne ou d’une famille.',
    article: `Code de l’action sociale et des familles, article L133-5 ; ${PERSONAL}`,
    toConfirm: true,
  },
  {
    since: ALWAYS,
    natures: 'all',
    matieres: ['6.5'],
    verdict: 'kept_back',
    why: 'Un acte pris au nom de l’État (état civil, élections, titres) nomme souvent une personne.',
    article: PERSONAL,
    toConfirm: true,
  },
  {
    since: ALWAYS,
    natures: 'all',
    matieres: ['2.2', '2.3.2'],
    verdict: 'kept_back',
    why: 'Une autorisation d’urbanisme ou une préemption nomme son demandeur ou son vendeur ; elle s’affiche en mairie et sur le terrain.',
    article: `Code de l’urbanisme, article R424-15 ; ${PERSONAL}`,
    toConfirm: true,
  },
  {
    since: ALWAYS,
    natures: 'all',
    matieres: ['3.1', '3.2', '3.3'],
    verdict: 'kept_back',
    why: 'Une vente, un achat ou une location nomme souvent un particulier et son adresse.',
    article: PERSONAL,
    toConfirm: true,
  },
  {
    since: ALWAYS,
    natures: 'all',
    matieres: ['1.5', '5.8'],
    verdict: 'kept_back',
    why: 'Une transaction ou une action en justice nomme la partie adverse.',
    article: `${PERSONAL} ; code civil, article 2044`,
    toConfirm: true,
  },
  {
    since: ONLINE,
    natures: [2],
    matieres: 'all',
    verdict: 'published',
    why: 'Un acte réglementaire se publie pour entrer en vigueur.',
    article: 'CGCT, articles L2131-1 et R2131-1',
  },
  {
    since: ONLINE,
    natures: [1],
    matieres: 'all',
    verdict: 'published',
    why: 'Une délibération qui n’est pas individuelle se publie pour entrer en vigueur.',
    article: 'CGCT, articles L2131-1 et R2131-1',
  },
  {
    since: ONLINE,
    natures: [5],
    matieres: ['7'],
    verdict: 'published',
    why: 'Les documents budgétaires sont ouverts à tous.',
    article: 'CGCT, article L2313-1',
  },
]

/** What no rule of the table names: strict, and said so. */
export const KEPT_BY_DEFAULT: PublicationRule = {
  since: ALWAYS,
  natures: 'all',
  matieres: 'all',
  verdict: 'kept_back',
  why: 'Rien ne dit que cette sorte d’acte doive se publier en ligne.',
  article: `CGCT, article L2131-1 ; ${PERSONAL}`,
  toConfirm: true,
}
