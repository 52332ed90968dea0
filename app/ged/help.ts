import type { Help } from '#web/help'

export const help: Help = {
  pages: [
    {
      path: 'ranger-un-document',
      title: 'Ranger un document',
      summary: 'Espaces, dossiers, versions, corbeille.',
    },
    {
      path: 'occulter-un-document',
      title: 'Faire une copie occultée',
      summary: 'Retirer un nom, une adresse ou une zone d’un PDF avant de le communiquer.',
    },
    {
      path: 'garder-une-recherche',
      title: 'Garder une recherche, et être prévenu',
      summary: 'Ce que l’on cherche souvent, et chaque document nouveau qui y répond.',
    },
    {
      path: 'geler-un-dossier',
      title: 'Geler un document ou un dossier',
      summary: 'Pour un contentieux ou une enquête : rien ne change ni ne disparaît.',
    },
    {
      path: 'clore-un-dossier',
      title: 'Clore un dossier, et le verser aux archives',
      summary: 'Ce qui est terminé se lit et ne change plus ; les archives le gardent.',
    },
    {
      path: 'repondre-d-une-personne',
      title: 'Répondre de ce que l’on garde d’une personne',
      summary: 'Le registre, la recherche d’une personne, et ce qui peut être éliminé.',
    },
    {
      path: 'recevoir-ce-qui-arrive',
      title: 'Recevoir ce qui arrive, et l’apprendre',
      summary: 'Courriels et numérisations rangés d’eux-mêmes, et ce que l’on en propose.',
    },
    {
      path: 'partager-un-dossier',
      title: 'Dire qui lit un dossier',
      summary: 'Les droits d’un dossier, et ceux qui viennent de plus haut.',
    },
    {
      path: 'ouvrir-un-lien',
      title: 'Donner à lire, ou recevoir, par un lien',
      summary: 'Une adresse pour qui n’a pas de compte : sa durée, son mot de passe, son retrait.',
    },
  ],
}
