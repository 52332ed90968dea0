/** A town that exists nowhere, and companies whose keys are right. */
export const marche = () => ({
  id: '2026-012/A',
  acheteur: { id: '21350001600018' },
  nature: 'Marché',
  objet: 'Réfection de la toiture de l’école de Kervalan',
  codeCPV: '45261910-6',
  techniques: { technique: ['Sans objet'] },
  modalitesExecution: { modaliteExecution: ['Tranches', 'Bons de commande'] },
  marcheInnovant: false,
  ccag: 'Travaux',
  offresRecues: 4,
  attributionAvance: true,
  tauxAvance: 0,
  typeGroupementOperateurs: 'Solidaire',
  sousTraitanceDeclaree: true,
  actesSousTraitance: [
    {
      acteSousTraitance: {
        id: 1,
        sousTraitant: { typeIdentifiant: 'TVA', id: 'BE0123456789' },
        dureeMois: 3,
        dateNotification: '2026-03-01',
        datePublicationDonnees: '2026-03-10',
        montant: 12_345.67,
        variationPrix: 'Ferme',
      },
    },
  ],
  procedure: 'Procédure adaptée',
  lieuExecution: { code: '35000', typeCode: 'Code postal' },
  dureeMois: 18,
  dateNotification: '2026-02-10',
  datePublicationDonnees: '2026-03-10',
  montant: 215_000.5,
  typesPrix: { typePrix: ['Définitif révisable'] },
  formePrix: 'Forfaitaire',
  titulaires: [
    { titulaire: { typeIdentifiant: 'SIRET', id: '55204599900869' } },
    { titulaire: { typeIdentifiant: 'HORS-UE', id: 'CH123' } },
  ],
  considerationsSociales: { considerationSociale: ['Clause sociale', 'Critère social'] },
  considerationsEnvironnementales: { considerationEnvironnementale: ['Critère environnemental'] },
  modifications: [
    {
      modification: {
        id: 1,
        dateNotificationModification: '2026-05-01',
        datePublicationDonneesModification: '2026-05-20',
        montant: 230_000,
        titulaires: [{ titulaire: { typeIdentifiant: 'SIRET', id: '38103128500491' } }],
      },
    },
    {
      modification: {
        id: 2,
        dateNotificationModification: '2026-06-01',
        datePublicationDonneesModification: '2026-06-20',
        dureeMois: 20,
      },
    },
  ],
})

export const concession = () => ({
  id: 'DSP 2026',
  autoriteConcedante: { id: '21350001600018' },
  nature: 'Délégation de service public',
  objet: 'Exploitation de la crèche de Kervalan',
  procedure: 'Procédure négociée ouverte',
  dureeMois: 180,
  dateSignature: '2026-04-02',
  datePublicationDonnees: '2026-04-12',
  dateDebutExecution: '2027-01-01',
  valeurGlobale: 3_100_000,
  montantSubventionPublique: 0,
  donneesExecution: [
    {
      donneesAnnuelles: {
        datePublicationDonneesExecution: '2026-10-01',
        depensesInvestissement: 0,
        tarifs: [
          { tarif: { intituleTarif: 'Heure', tarif: 4.2 } },
          { tarif: { intituleTarif: 'Heure', tarif: 4.2 } },
        ],
      },
    },
  ],
  concessionnaires: [{ concessionnaire: { typeIdentifiant: 'SIRET', id: '38103128500491' } }],
  considerationsSociales: { considerationSociale: ['Pas de considération sociale'] },
  considerationsEnvironnementales: {
    considerationEnvironnementale: ['Pas de considération environnementale'],
  },
})

export type Patched = Record<string, any>

export const fileOf = (marches: object[], concessions: object[] = []) => ({
  marches: {
    ...(marches.length > 0 && { marche: marches }),
    ...(concessions.length > 0 && { 'contrat-concession': concessions }),
  },
})

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** The same in XML: lists repeat their element, `true` is `oui`. */
export function asXml(name: string, value: unknown): string {
  if (Array.isArray(value)) {
    const isWrapped = value.every((one) => typeof one === 'object' && one !== null)
    if (!isWrapped) return value.map((one) => asXml(name, one)).join('')
    return `<${name}>${value
      .map((one) =>
        Object.entries(one)
          .map(([key, inner]) => asXml(key, inner))
          .join('')
      )
      .join('')}</${name}>`
  }
  if (typeof value === 'object' && value !== null)
    return `<${name}>${Object.entries(value)
      .map(([key, inner]) => asXml(key, inner))
      .join('')}</${name}>`
  if (typeof value === 'boolean') return `<${name}>${value ? 'oui' : 'non'}</${name}>`
  return `<${name}>${escaped(String(value))}</${name}>`
}

/** A whole file in XML. */
export function fileAsXml({ marches }: { marches: Record<string, unknown> }): string {
  const records = Object.entries(marches).flatMap(([kind, list]) =>
    (list as unknown[]).map((one) => asXml(kind, one))
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<marches>${records.join('\n')}</marches>`
}
