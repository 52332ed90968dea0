import type { Help } from '#web/help'

export const help: Help = {
  pages: [
    {
      path: 'ouvrir-son-espace',
      title: 'Ouvrir son espace',
      summary: 'Avec FranceConnect, une adresse, un téléphone, ou rien de tout cela.',
    },
    {
      path: 'agir-pour-un-organisme',
      title: 'Agir pour une entreprise ou une association',
      summary: 'Son numéro, ses collègues, et qui la gère.',
    },
    {
      path: 'accueillir-au-guichet',
      title: 'Accueillir au guichet',
      summary: 'Ouvrir un compte, rendre un accès perdu, comparer deux fiches.',
    },
  ],
  words: {
    paper_code: {
      term: 'Code sur papier',
      meaning:
        'Ce qui ouvre un compte sans adresse ni téléphone, avec le numéro de compte. Un guichet le remplace.',
    },
  },
  novelties: [
    {
      day: '2026-11-30',
      text: 'Un pays de naissance se lit par son nom, et un agent ne lit plus l’état civil d’une personne que sa collectivité ne connaît pas.',
      page: 'accueillir-au-guichet',
    },
    {
      day: '2026-11-29',
      text: 'Habitants, associations et entreprises ont leur espace, même sans adresse électronique.',
      page: 'ouvrir-son-espace',
    },
  ],
}
