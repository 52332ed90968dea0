import type { Notices } from './fields.js'

/** What the fictional operator of the demonstration says; a real one says its own. */
export const DEMO_NOTICES: Notices = {
  operatorName: 'Syndicat mixte Penn ar Roz',
  operatorForm: 'Syndicat mixte ouvert (organisme fictif, de démonstration)',
  operatorAddress: '1 place de la Halle, 35999 Penn ar Roz',
  operatorPhone: '02 99 00 00 00',
  operatorEmail: 'contact@penn-ar-roz.test',
  operatorSiren: '253590012',
  publicationDirector: 'Ronan Le Bihan, responsable de la plateforme',
  hostName: 'Syndicat mixte Penn ar Roz',
  hostAddress: '1 place de la Halle, 35999 Penn ar Roz',
  hostPhone: '02 99 00 00 00',
  dpoContact: 'dpo@penn-ar-roz.test',
  logRetention: 'six mois',
  accessibilityState: 'none',
  accessibilityAudit:
    'aucun audit n’a encore été fait : contrôles automatiques du logiciel seulement',
  accessibilityDate: '2026-11-28',
  accessibilityContact: 'accessibilite@penn-ar-roz.test',
  accessibilityPages:
    'Accueil\nConnexion\nRegistre public des actes\nPage d’un acte\nVérifier un document',
  accessibilityEnvironment: 'Chromium et l’outil axe, dans les deux apparences et à 320 pixels',
  accessibilityPlan: 'https://penn-ar-roz.test/schema-pluriannuel',
}
