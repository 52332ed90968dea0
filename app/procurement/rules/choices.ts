/** The words of the national schema of the essential data that a buyer chooses from. */
export const CCAG = [
  'Travaux',
  "Maitrise d'œuvre",
  'Fournitures courantes et services',
  'Marchés industriels',
  'Prestations intellectuelles',
  "Techniques de l'information et de la communication",
  'Pas de CCAG',
] as const
export const PRICE_FORMS = ['Unitaire', 'Forfaitaire', 'Mixte'] as const
export const PRICE_TYPES = [
  'Définitif ferme',
  'Définitif actualisable',
  'Définitif révisable',
  'Provisoire',
] as const
export const NATURES = {
  travaux: 'Travaux',
  fournitures: 'Fournitures',
  services: 'Services',
} as const
export type NatureName = keyof typeof NATURES

/** What a pli may be at most: announced on the page and in the règlement (CE 13/11/2025, n° 506640). */
export const LIMITS = { fileBytes: 4 * 1024 ** 3, pliBytes: 10 * 1024 ** 3, files: 2_000 }
export const LIMIT_WORDS = '4 Go par fichier, 10 Go et 2 000 fichiers par pli ; tous les formats'

/** The envelopes of a consultation of that many lots, as FORMAT §1 names them; none counts for one. */
export const envelopesFor = (lots: number): string[] => [
  'candidature',
  ...Array.from({ length: Math.max(1, lots) }, (_, index) => `offre-${index + 1}`),
]
export const ENVELOPES = envelopesFor(1)
export const ENVELOPE_WORDS: Record<string, string> = {
  'candidature': 'Candidature',
  'offre-1': 'Offre',
}
