/** What each status means, in French: the `title` of a problem, and of an answer in the document. */
export const TITLES: Record<number, string> = {
  400: 'Demande illisible',
  401: 'Jeton refusé',
  403: 'Accès refusé',
  404: 'Introuvable',
  409: 'L’état actuel ne le permet pas',
  412: 'Version dépassée',
  413: 'Fichier trop lourd',
  422: 'À corriger',
  428: 'Version attendue',
  429: 'Trop de demandes',
  500: 'Erreur de la plateforme',
  503: 'Plateforme occupée',
  507: 'Plus de place',
}
