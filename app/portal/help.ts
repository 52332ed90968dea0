import type { Help } from '#web/help'

export const help: Help = {
  pages: [
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
}
