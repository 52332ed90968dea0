import type { Help } from '#web/help'

export const help: Help = {
  pages: [
    {
      path: 'donner-un-visa',
      title: 'Donner un visa',
      summary: 'Lire, annoter, viser, passer au dossier suivant, revenir sur son geste.',
    },
    {
      path: 'signer-avec-son-certificat',
      title: 'Signer avec son certificat',
      summary: 'Le fichier, le mot de passe, ce qui est vérifié.',
    },
    {
      path: 'prevoir-une-absence',
      title: 'Prévoir une absence',
      summary: 'Qui agit à la place de qui, et pendant combien de temps.',
    },
    {
      path: 'ecrire-un-circuit',
      title: 'Écrire un circuit',
      summary: 'Les bureaux, leurs fonctions, les étapes, et les dossiers qui les suivent.',
    },
  ],
  words: {
    visa: {
      term: 'Visa',
      meaning:
        'L’accord d’un bureau du circuit : il a lu le dossier et le laisse passer. Ce n’est pas une signature.',
    },
    bureau: {
      term: 'Bureau',
      meaning: 'Une place du circuit, tenue par une ou plusieurs personnes selon leur fonction.',
    },
    cachet: {
      term: 'Cachet',
      meaning: 'La signature électronique de la collectivité elle-même, apposée par la plateforme.',
    },
    bordereau: {
      term: 'Bordereau',
      meaning:
        'Le récit du circuit, en PDF : qui a visé, qui a signé, quand et avec quel certificat.',
    },
  },
}
