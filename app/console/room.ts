import { defineRoom } from '#kernel/room'
import './activity/count_periodically.js'
import './backup/age_metric.js'
import './troubles/watch.js'
import './routes.js'

/** The operator's own pages: the members of the platform, its work, its health. */
export default defineRoom({
  name: 'console',
  label: 'Exploitation',
  icon: 'building-2',
  alwaysOpen: true,
  dependsOn: ['identity', 'outsiders'],
  permissions: {},
  consolePages: [
    { label: 'Activité', icon: 'chart-column', url: '/exploitation/activite', rank: 5 },
    {
      label: 'Membres',
      icon: 'building-2',
      url: '/exploitation',
      rank: 10,
      also: '/exploitation/membres',
    },
    { label: 'Tâches', icon: 'list-todo', url: '/exploitation/taches', rank: 20 },
    { label: 'Journal scellé', icon: 'stamp', url: '/exploitation/scellements', rank: 40 },
    { label: 'Santé', icon: 'heart-pulse', url: '/exploitation/sante', rank: 50 },
    { label: 'Mentions', icon: 'scale', url: '/exploitation/mentions', rank: 60 },
    {
      label: 'Ouvertures de comptes',
      icon: 'scroll-text',
      url: '/exploitation/provisionnement',
      rank: 70,
    },
  ],
})
