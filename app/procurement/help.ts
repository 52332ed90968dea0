import type { Help } from '#web/help'

export const help: Help = {
  pages: [
    {
      path: 'publier-une-consultation',
      title: 'Publier une consultation',
      summary: 'Le besoin, les critères, le dossier, la signature, et qui pourra ouvrir.',
    },
    {
      path: 'ouvrir-les-plis',
      title: 'Ouvrir les plis et attribuer',
      summary: 'La séance, les parts des porteurs, les notes, la notification.',
    },
    {
      path: 'repondre-a-une-consultation',
      title: 'Répondre à une consultation',
      summary: 'Pour une entreprise : le dossier, le pli scellé, le récépissé.',
    },
  ],
  words: {
    holders: {
      term: 'Trousseau',
      meaning: 'Les clés des personnes qui ouvrent les plis ensemble : aucune n’y arrive seule.',
    },
    pli: {
      term: 'Pli',
      meaning: 'La réponse d’une entreprise, scellée dans son navigateur jusqu’à l’heure limite.',
    },
  },
}
