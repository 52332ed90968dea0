import type { ArchiveCode } from './check_archive.js'

/** What each finding says to a person, after the name of what it is about. */
export const FINDING_WORDS: Record<ArchiveCode, string> = {
  'not-an-archive': 'ce n’est pas une archive ZIP',
  'truncated': 'il en manque une partie, ou elle est abîmée',
  'encrypted-entry': 'ce fichier est protégé par un mot de passe : l’acheteur ne l’ouvrira pas',
  'empty-folder': 'ce dossier est vide',
  'empty-file': 'ce fichier est vide',
  'nested-archive': 'une archive dans une archive',
  'decomposed-name':
    'ce nom porte des accents séparés de leur lettre : il peut ne pas s’ouvrir ailleurs',
  'legacy-name': 'ce nom n’est pas écrit en UTF-8 : ses accents peuvent changer',
  'climbing-name': 'ce nom sort du dossier où l’on ouvre l’archive',
  'long-name': 'ce nom est trop long pour certains ordinateurs',
  'bomb': 'cette archive contient bien plus qu’elle ne pèse : elle est refusée',
}
