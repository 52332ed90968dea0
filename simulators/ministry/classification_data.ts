// The national classification (levels 1 and 2), written for the simulator; a real prefecture adds
// its own third level.

export const NATURE_LABELS: Record<string, { label: string; abrege: string }> = {
  1: { label: 'Délibérations', abrege: 'DE' },
  2: { label: 'Actes réglementaires', abrege: 'AR' },
  3: { label: 'Actes individuels', abrege: 'AI' },
  4: { label: 'Contrats, conventions et avenants', abrege: 'CC' },
  5: { label: 'Documents budgétaires et financiers', abrege: 'BF' },
  6: { label: 'Autres', abrege: 'AU' },
}

/** Matieres: label of the first level, then labels of its second level, numbered from 1. */
export const MATIERES: [string, string[]][] = [
  [
    'Commande publique',
    [
      'Marchés publics',
      'Délégations de service public',
      'Conventions de mandat',
      'Autres types de contrats',
      'Transactions, protocoles transactionnels',
      "Maîtrise d'oeuvre",
      'Actes spéciaux et divers',
    ],
  ],
  [
    'Urbanisme',
    [
      "Documents d'urbanisme",
      "Droit d'occupation ou d'utilisation des sols",
      'Droit de préemption',
    ],
  ],
  [
    'Domaine et patrimoine',
    [
      'Acquisitions',
      'Aliénations',
      'Locations',
      'Limites territoriales',
      'Autres actes de gestion du domaine public',
      'Autres actes de gestion du domaine privé',
    ],
  ],
  [
    'Fonction publique',
    [
      'Personnels titulaires et stagiaires',
      'Personnels contractuels',
      'Fonction publique hospitalière',
      'Autres catégories de personnels',
      'Régime indemnitaire',
    ],
  ],
  [
    'Institutions et vie politique',
    [
      "Élection de l'exécutif",
      'Fonctionnement des assemblées',
      'Désignation de représentants',
      'Délégations de fonctions',
      'Délégations de signature',
      'Exercice des mandats locaux',
      'Intercommunalité',
      "Décisions d'ester en justice",
    ],
  ],
  [
    'Libertés publiques et pouvoirs de police',
    [
      'Police municipale',
      'Pouvoirs du président du conseil départemental',
      'Pouvoirs du président du conseil régional',
      'Autres actes réglementaires',
      "Actes pris au nom de l'État",
    ],
  ],
  [
    'Finances locales',
    [
      'Décisions budgétaires',
      'Fiscalité',
      'Emprunts',
      'Interventions économiques',
      'Subventions',
      'Contributions budgétaires',
      'Avances',
      'Fonds de concours',
      'Prises de participation',
      'Divers',
    ],
  ],
  [
    'Domaines de compétences par thèmes',
    [
      'Enseignement',
      'Aide sociale',
      'Voirie',
      'Aménagement du territoire',
      'Politique de la ville, habitat, logement',
      'Emploi et formation professionnelle',
      'Transports',
      'Environnement',
      'Culture',
    ],
  ],
  [
    'Autres domaines de compétences',
    [
      'Autres domaines de compétences des communes',
      'Autres domaines de compétences des départements',
      'Autres domaines de compétences des régions',
      'Voeux et motions',
    ],
  ],
]
