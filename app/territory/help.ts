import type { Help } from '#web/help'

export const help: Help = {
  pages: [
    {
      path: 'tenir-une-fiche',
      title: 'Tenir une fiche action',
      summary: 'Ses parties, ce qui lui manque, le travail à plusieurs.',
    },
    {
      path: 'saisir-les-valeurs',
      title: 'Saisir les valeurs de l’année',
      summary: 'Les chiffres des indicateurs, et jusqu’à quand ils comptent.',
    },
    {
      path: 'evaluer-le-projet',
      title: 'Évaluer le projet',
      summary: 'L’évaluation annuelle, ses écarts, son document.',
    },
  ],
}
