/** What the essential data say of an awarded marché of one lot. */
export interface AwardedFacts {
  /** The reference: sixteen characters at most, unique for its buyer. */
  id: string
  buyerSiret: string
  title: string
  cpv: string
  ccag: string
  offers: number
  hasAdvance: boolean
  placeCode: string
  durationMonths: number
  /** `2026-11-29` */
  notifiedOn: string
  publishedOn: string
  /** In euros without tax. */
  amount: number
  priceType: string
  priceForm: string
  /** « Conjoint », « Solidaire » or « Pas de groupement ». */
  groupForm: string
  /** The mandataire first: downstream only the first three are kept. */
  holderSirets: string[]
  hasSousTraitants: boolean
}

/** A record of the national schema 2.0.3 (arrêté of 22 December 2022). Its values never change once published. */
export const marcheOf = (facts: AwardedFacts) => ({
  id: facts.id,
  acheteur: { id: facts.buyerSiret },
  nature: 'Marché',
  objet: facts.title.slice(0, 1000),
  codeCPV: facts.cpv,
  techniques: { technique: ['Sans objet'] },
  modalitesExecution: { modaliteExecution: ['Sans objet'] },
  marcheInnovant: false,
  ccag: facts.ccag,
  offresRecues: facts.offers,
  attributionAvance: facts.hasAdvance,
  // Zero says that the rate is not known yet
  ...(facts.hasAdvance && { tauxAvance: 0 }),
  typeGroupementOperateurs: facts.groupForm,
  sousTraitanceDeclaree: facts.hasSousTraitants,
  procedure: 'Procédure adaptée',
  lieuExecution: { code: facts.placeCode, typeCode: 'Code postal' },
  dureeMois: facts.durationMonths,
  dateNotification: facts.notifiedOn,
  datePublicationDonnees: facts.publishedOn,
  montant: facts.amount,
  typesPrix: { typePrix: [facts.priceType] },
  formePrix: facts.priceForm,
  titulaires: facts.holderSirets.map((id) => ({ titulaire: { typeIdentifiant: 'SIRET', id } })),
  considerationsSociales: { considerationSociale: ['Pas de considération sociale'] },
  considerationsEnvironnementales: {
    considerationEnvironnementale: ['Critère environnemental'],
  },
})

export type Marche = ReturnType<typeof marcheOf>

/** The file of some records, in JSON. */
export const decpJson = (marches: Marche[]): string =>
  `${JSON.stringify({ marches: { marche: marches } }, null, 2)}\n`
