import type { Help } from '#web/help'

export const help: Help = {
  pages: [
    {
      path: 'ouvrir-le-cote-public',
      title: 'Ouvrir le côté public',
      summary: 'Vos coordonnées, vos horaires, votre blason, et la porte ouverte à tous.',
    },
    {
      path: 'se-reperer',
      title: 'Se repérer',
      summary: 'Les services, la recherche, ce qui vous attend, le clavier.',
    },
    {
      path: 'verifier-un-document',
      title: 'Vérifier un document',
      summary: 'Qui l’a signé, quand, et s’il a changé.',
    },
  ],
  novelties: [
    {
      day: '2026-11-29',
      text: 'Une collectivité ouvre elle-même son côté public, et y montre ses coordonnées, ses horaires, son blason et son logo.',
      page: 'ouvrir-le-cote-public',
    },
    {
      day: '2026-11-29',
      text: 'L’accueil trouve une collectivité par son nom, son code postal ou son SIREN.',
    },
  ],
}
