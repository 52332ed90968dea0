import { defineRoom } from '#kernel/room'
import './api/index.js'
import { beginnings } from './beginnings.js'
import { help } from './help.js'
import Project from './models/project.js'
import { news } from './news.js'
import { offers } from './offers.js'
import { seedDemo } from './demo.js'
import { fichesIndexed } from './indexed.js'
import './routes.js'
import { search } from './search.js'

export default defineRoom({
  name: 'territory',
  label: 'Projet de territoire',
  purpose: 'Conduire le projet numérique du territoire, ses fiches action et leur évaluation.',
  icon: 'map',
  rank: 40,
  // A programme is led by an EPCI with its communes.
  offeredTo: ['commune', 'epci'],
  dependsOn: ['identity'],
  roles: {
    contributor: {
      label: 'Contribution',
      help: 'Complète ce qui lui est confié, et rien d’autre.',
      rank: 40,
    },
  },
  permissions: {
    'territory.read': ['administrator', 'agent', 'reader', 'contributor'],
    'territory.read_all': ['administrator', 'agent', 'reader'],
    'territory.contribute': ['administrator', 'agent', 'contributor'],
    'territory.lead': ['administrator', 'agent'],
  },
  beginnings,
  help,
  home: { route: 'territory.projects.index', permission: 'territory.read' },
  search,
  indexed: [fichesIndexed],
  news,
  // Its tasks are called by the number of a sheet
  messages: { words: 'titles' },
  offers,
  publicHome: {
    route: 'territory.public.show',
    label: 'Projet numérique de territoire',
    text: 'Les actions engagées avec les communes, leurs chiffres et leur évaluation chaque année.',
    icon: 'map',
    isShown: async () => (await Project.findBy('public', true)) !== null,
  },
  freeStates: {
    'territory.recommendations':
      'the members say in their own words what became of an advice, and may say otherwise later',
  },
  seedDemo,
})

declare module '#kernel/roles' {
  interface RoleNames {
    contributor: true
  }
}
