/** The types of documents most in use, by nature: code and label. */
export const TYPES: Record<string, [string, string][]> = {
  1: [
    ['99_DE', 'Délibération'],
    ['21_RP', 'Rapport de présentation'],
    ['31_DE', 'Délibération autorisant une acquisition'],
    ['42_DE', 'Délibération relative au personnel'],
    ['70_DE', 'Délibération budgétaire'],
    ['22_NE', 'Notice explicative'],
    ['22_PN', 'Plans'],
    ['99_SE', 'Fichier de signature électronique'],
  ],
  2: [
    ['99_AR', 'Acte réglementaire'],
    ['21_EP', 'Enquête publique'],
    ['21_RP', 'Rapport de présentation'],
    ['22_PN', 'Plans'],
    ['99_SE', 'Fichier de signature électronique'],
  ],
  3: [
    ['99_AI', 'Acte individuel'],
    ['22_DD', 'Demande'],
    ['22_AV', 'Avis'],
    ['22_PN', 'Plans'],
    ['41_DA', "Demande de l'agent"],
    ['99_SE', 'Fichier de signature électronique'],
  ],
  4: [
    ['99_DC', 'Document contractuel'],
    ['10_AV', 'Avenant'],
    ['10_DE', 'Délibération autorisant le contrat'],
    ['11_AE', "Acte d'engagement"],
    ['11_AP', 'Cahier des clauses administratives particulières'],
    ['99_SE', 'Fichier de signature électronique'],
  ],
  5: [
    ['99_BU', 'Document budgétaire'],
    ['70_DE', 'Délibération'],
    ['99_SE', 'Fichier de signature électronique'],
  ],
  6: [
    ['99_AU', 'Autre document'],
    ['99_SE', 'Fichier de signature électronique'],
  ],
}
