import type { Help } from '#web/help'

export const help: Help = {
  pages: [
    {
      path: 'echanger-des-fichiers',
      title: 'Envoyer ou demander de grands fichiers',
      summary: 'Un échange avec une personne du dehors : code, réponse, récépissé, chiffrement.',
    },
    {
      path: 'recevoir-un-echange',
      title: 'Prendre ou déposer des fichiers quand on vous a écrit',
      summary: 'Le code reçu par courriel, l’envoi qui reprend, la clé d’un fichier chiffré.',
    },
  ],
}
