import type { MenuItem } from './menu.js'

const PAGES = [
  { name: 'members', label: 'Membres', icon: 'building-2', url: '/exploitation' },
  { name: 'jobs', label: 'Tâches', icon: 'list-todo', url: '/exploitation/taches' },
  {
    name: 'answers',
    label: 'Réponses',
    icon: 'mail-question-mark',
    url: '/exploitation/actes/reponses',
  },
  { name: 'seals', label: 'Journal scellé', icon: 'stamp', url: '/exploitation/scellements' },
  { name: 'health', label: 'Santé', icon: 'heart-pulse', url: '/exploitation/sante' },
  { name: 'notices', label: 'Mentions', icon: 'scale', url: '/exploitation/mentions' },
  {
    name: 'log',
    label: 'Ouvertures de comptes',
    icon: 'scroll-text',
    url: '/exploitation/provisionnement',
  },
]

/** The rail of the console. */
export function consoleMenu(here: string): MenuItem[] {
  const isMember = here === '/exploitation' || here.startsWith('/exploitation/membres')
  return PAGES.map((page) => ({
    ...page,
    current: page.name === 'members' ? isMember : here.startsWith(page.url),
  }))
}
