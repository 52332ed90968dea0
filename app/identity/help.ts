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
}
