import type { Help } from '#web/help'

export const help: Help = {
  pages: [
    {
      path: 'proteger-son-compte',
      title: 'Protéger son compte',
      summary: 'Double authentification, codes de secours, mot de passe perdu.',
    },
    {
      path: 'inviter-une-personne',
      title: 'Inviter une personne',
      summary: 'Ses rôles, sa fonction, et son départ.',
    },
    {
      path: 'relier-un-logiciel',
      title: 'Relier un logiciel',
      summary: 'Jetons, mots de passe d’application et comptes techniques.',
    },
  ],
  novelties: [
    {
      day: '2026-11-30',
      text: 'Les dates de vos écrans se disent en breton, en basque, en catalan, en anglais… si vous le choisissez dans votre compte.',
      page: 'se-reperer',
    },
  ],
}
