import type { Help } from '#web/help'

export const help: Help = {
  pages: [
    {
      path: 'retrouver-une-preuve',
      title: 'Retrouver une preuve',
      summary: 'Le dossier de preuve d’un acte, la relecture des fichiers, le gel.',
    },
  ],
  words: {
    versement: {
      term: 'Versement',
      meaning: 'La remise d’un dossier aux archives, avec ce qui prouve qu’il est entier.',
    },
    empreinte: {
      term: 'Empreinte',
      meaning:
        'Un nombre calculé sur tous les octets d’un fichier : un seul octet change, et elle change.',
    },
  },
}
