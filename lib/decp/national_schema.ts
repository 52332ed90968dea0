import {
  boolean,
  integer,
  listOf,
  listUnder,
  number,
  object,
  text,
  word,
  type Shape,
} from './shape.js'

/**
 * The national schema of the essential data, version 2.0.3 (arrêtés of 22 December 2022, amended on
 * 22 December 2023), written again from its documentation: the product works without the file.
 */
const day = text({ pattern: /\d{4}-\d{2}-\d{2}/ })
const siret = object({ id: text({ pattern: /^[0-9]{14}$/ }) })
const ownId = text({ least: 1, most: 16 })
const share = number(0, 1)

const holder = object({
  typeIdentifiant: word(['SIRET', 'TVA', 'TAHITI', 'RIDET', 'FRWF', 'IREP', 'HORS-UE']),
  id: text(),
})

const environment = listUnder('considerationEnvironnementale', [
  'Clause environnementale',
  'Critère environnemental',
  'Pas de considération environnementale',
])
const social = (reserved: string) =>
  listUnder('considerationSociale', [
    'Clause sociale',
    'Critère social',
    reserved,
    'Pas de considération sociale',
  ])

const acte = object({
  id: integer(1),
  sousTraitant: holder,
  dureeMois: integer(1),
  dateNotification: day,
  datePublicationDonnees: day,
  montant: number(1),
  variationPrix: word(['Ferme', 'Actualisable', 'Révisable']),
})

const acteModification = object({
  'id': integer(1),
  'dureeMois?': integer(1),
  'dateNotificationModificationSousTraitance': day,
  'montant?': number(1),
  'datePublicationDonnees': day,
})

const modification = object({
  'id': integer(1),
  'dateNotificationModification': day,
  'datePublicationDonneesModification': day,
  'dureeMois?': integer(1),
  'montant?': number(1),
  'titulaires?': listOf('titulaire', holder),
})

const marche = object(
  {
    'id': ownId,
    'acheteur': siret,
    'nature': word(['Marché', 'Marché de partenariat', 'Marché de défense ou de sécurité']),
    'objet': text({ most: 1000 }),
    'codeCPV': text({ pattern: /^[0-9]{8}(-[0-9])?$/ }),
    'techniques': listUnder('technique', [
      'Accord-cadre',
      'Concours',
      'Système de qualification',
      "Système d'acquisition dynamique",
      'Catalogue électronique',
      'Enchère électronique',
      'Sans objet',
    ]),
    'modalitesExecution': listUnder('modaliteExecution', [
      'Tranches',
      'Bons de commande',
      'Marchés subséquents',
      'Sans objet',
    ]),
    'idAccordCadre?': ownId,
    'marcheInnovant': boolean,
    'ccag': word([
      'Travaux',
      "Maitrise d'œuvre",
      'Fournitures courantes et services',
      'Marchés industriels',
      'Prestations intellectuelles',
      "Techniques de l'information et de la communication",
      'Pas de CCAG',
    ]),
    'offresRecues': integer(1),
    'attributionAvance': boolean,
    'tauxAvance?': share,
    'typeGroupementOperateurs': word(['Conjoint', 'Solidaire', 'Pas de groupement']),
    'sousTraitanceDeclaree': boolean,
    'actesSousTraitance?': listOf('acteSousTraitance', acte),
    'procedure': word([
      'Procédure adaptée',
      "Appel d'offres ouvert",
      "Appel d'offres restreint",
      'Procédure avec négociation',
      'Marché passé sans publicité ni mise en concurrence préalable',
      'Dialogue compétitif',
    ]),
    'lieuExecution': object({
      code: text(),
      typeCode: word([
        'Code postal',
        'Code commune',
        'Code arrondissement',
        'Code canton',
        'Code département',
        'Code région',
        'Code pays',
      ]),
    }),
    'dureeMois': integer(1),
    'dateNotification': day,
    'datePublicationDonnees': day,
    'montant': number(1),
    'typesPrix': listUnder('typePrix', [
      'Définitif ferme',
      'Définitif actualisable',
      'Définitif révisable',
      'Provisoire',
    ]),
    'formePrix': word(['Unitaire', 'Forfaitaire', 'Mixte']),
    'origineUE?': share,
    'origineFrance?': share,
    'titulaires': listOf('titulaire', holder),
    'considerationsSociales': social('Marché réservé'),
    'considerationsEnvironnementales': environment,
    'modificationsActesSousTraitance?': listOf('modificationActeSousTraitance', acteModification),
    'modifications?': listOf('modification', modification),
  },
  true
)

const concession = object(
  {
    'id': ownId,
    'autoriteConcedante': siret,
    'nature': word([
      'Concession de travaux',
      'Concession de service',
      'Concession de service public',
      'Délégation de service public',
    ]),
    'objet': text({ most: 1000 }),
    'procedure': word([
      'Procédure négociée ouverte',
      'Procédure non négociée ouverte',
      'Procédure négociée restreinte',
      'Procédure non négociée restreinte',
    ]),
    'dureeMois': integer(1),
    'dateSignature': day,
    'datePublicationDonnees': day,
    'dateDebutExecution': day,
    'valeurGlobale': number(1),
    'montantSubventionPublique': number(0),
    'donneesExecution?': listOf(
      'donneesAnnuelles',
      object({
        datePublicationDonneesExecution: day,
        depensesInvestissement: number(0),
        tarifs: listOf('tarif', object({ intituleTarif: text({ most: 256 }), tarif: number(0) }), {
          mayRepeat: true,
        }),
      }),
      { least: 0 }
    ),
    'concessionnaires': listOf('concessionnaire', holder),
    'considerationsSociales': social('Concession réservée'),
    'considerationsEnvironnementales': environment,
    'modifications?': listOf(
      'modification',
      object({
        'id': integer(1),
        'dateSignatureModification': day,
        'datePublicationDonneesModification': day,
        'dureeMois?': integer(1),
        'valeurGlobale?': number(1),
      })
    ),
  },
  true
)

/** The kinds of records, by the name under which a file holds them. */
export const RECORDS: Record<string, Shape> = { 'marche': marche, 'contrat-concession': concession }
