import type { Establishment } from './establishments.js'

/** An establishment in the words of INSEE's API Sirene 3.11. */
export function written(one: Establishment): object {
  const state = one.isOpen ? 'A' : 'F'
  return {
    siren: one.siret.slice(0, 9),
    nic: one.siret.slice(9),
    siret: one.siret,
    statutDiffusionEtablissement: 'O',
    dateCreationEtablissement: one.isOpen ? one.since : '2010-01-01',
    etablissementSiege: one.isSeat,
    uniteLegale: {
      etatAdministratifUniteLegale: one.isUnitActive ? 'A' : 'C',
      statutDiffusionUniteLegale: 'O',
      denominationUniteLegale: one.name,
      categorieJuridiqueUniteLegale: one.legalForm,
      identifiantAssociationUniteLegale: one.rna ?? null,
    },
    adresseEtablissement: {
      numeroVoieEtablissement: one.address.number,
      typeVoieEtablissement: null,
      libelleVoieEtablissement: one.address.street,
      codePostalEtablissement: one.address.postcode,
      libelleCommuneEtablissement: one.address.town,
      codeCommuneEtablissement: one.address.townCode,
    },
    periodesEtablissement: [
      {
        dateFin: null,
        dateDebut: one.since,
        etatAdministratifEtablissement: state,
        enseigne1Etablissement: one.sign ?? null,
      },
    ],
  }
}

export const headed = (statut: number, message: string, more: object = {}) => ({
  header: { statut, message, ...more },
})

const LARGEST_PAGE = 1000

/** One page of the establishments of a legal unit, from a cursor on: `*`, then what the last page said. */
export function pageOf(found: Establishment[], query: URLSearchParams): object {
  const size = Math.min(Number(query.get('nombre') ?? 20), LARGEST_PAGE)
  const cursor = query.get('curseur') ?? '*'
  const from = cursor === '*' ? 0 : found.findIndex(({ siret }) => siret > cursor)
  const shown = from < 0 ? [] : found.slice(from, from + size)
  const next = shown.at(-1)?.siret ?? cursor
  return {
    ...headed(200, 'OK', {
      total: found.length,
      debut: from,
      nombre: shown.length,
      curseur: cursor,
      curseurSuivant: next,
    }),
    etablissements: shown.map(written),
  }
}
