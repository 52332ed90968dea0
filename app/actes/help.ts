import type { Help } from '#web/help'

export const help: Help = {
  pages: [
    {
      path: 'preparer-un-acte',
      title: 'Préparer un acte',
      summary: 'Du document à l’envoi en signature, avec ses annexes.',
    },
    {
      path: 'suivre-un-acte',
      title: 'Suivre un acte jusqu’à la préfecture',
      summary: 'Envoi, accusé de réception, anomalie, annulation.',
    },
    {
      path: 'publier-un-acte',
      title: 'Publier un acte',
      summary: 'Ce qui entre au registre public, ce qui n’y entre pas, la copie expurgée.',
    },
    {
      path: 'repondre-a-la-prefecture',
      title: 'Répondre à la préfecture',
      summary: 'Pièces complémentaires, lettre d’observations, déféré.',
    },
  ],
  words: {
    nature: {
      term: 'Nature',
      meaning: 'Ce qu’est l’acte : délibération, arrêté, contrat, document budgétaire…',
    },
    matiere: {
      term: 'Matière',
      meaning:
        'De quoi parle l’acte, dans la classification que donne la préfecture : 1.1 marchés publics, 7.10 finances…',
    },
    type_pj: {
      term: 'Type d’une pièce',
      meaning:
        'Ce qu’est chaque fichier pour la préfecture : l’acte lui-même, un plan, un rapport, une convention…',
    },
    accuse: {
      term: 'Accusé de réception',
      meaning:
        'La réponse de la préfecture : elle prouve la réception de l’acte et lui donne son identifiant.',
    },
    executoire: {
      term: 'Exécutoire',
      meaning:
        'Se dit d’un acte qui produit ses effets : il a été reçu en préfecture, si la loi le veut, et publié ou notifié.',
    },
    expurgee: {
      term: 'Copie expurgée',
      meaning:
        'Une copie dont les données personnelles ou protégées sont retirées, la seule que lisent les habitants.',
    },
  },
  novelties: [
    {
      day: '2026-11-29',
      text: 'Le registre public se filtre par année, matière et dates, se trie, se compte et s’emporte en tableau ou en données ouvertes.',
    },
  ],
}
