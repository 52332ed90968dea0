import { defineRoom } from '#kernel/room'
import './api/index.js'
import './cmis/door.js'
import './dav/door.js'
import { here } from '#web/here'
import { isGuest } from './access/works_elsewhere.js'
import { seedDemo } from './demo.js'
import { help } from './help.js'
import { IMPORT } from './import/purpose.js'
import './jobs/cut_scan.js'
import './jobs/empty_trash.js'
import './jobs/forget_arrivals.js'
import './jobs/forget_person_searches.js'
import './jobs/seal_link_receipt.js'
import './jobs/tell_followers.js'
import './jobs/tell_guest.js'
import './jobs/visit_inlets.js'
import Inlet from './inlets/inlet.js'
import { LINK_UPLOADS } from './links/drop_purpose.js'
import './routes.js'
import { nodesIndexed } from './search/indexed.js'
import { search } from './search/search.js'
import { provisionGed } from './spaces/provision.js'
import './subscriptions.js'
import { settings } from './settings.js'

declare module '#kernel/roles' {
  interface RoleNames {
    privacy: true
  }
}

export default defineRoom({
  name: 'ged',
  label: 'Documents',
  purpose: 'Ranger les documents, les retrouver par leurs mots, les partager sans les copier.',
  icon: 'library',
  help,
  rank: 28,
  dependsOn: ['identity', 'archiving'],
  roles: {
    privacy: {
      label: 'Données personnelles',
      help: 'Tient le registre des traitements, et cherche ce que l’on garde d’une personne.',
      rank: 55,
    },
  },
  permissions: {
    'ged.read': ['administrator', 'agent', 'reader', 'privacy'],
    'ged.open': ['administrator'],
    // The delegate to data protection (RGPD, art. 39): what she finds is what she may read
    'ged.privacy': ['administrator', 'privacy'],
    // What each may change is told by the place where it stands
    'ged.write': ['administrator', 'agent', 'reader'],
  },
  home: { route: 'ged.spaces.index', permission: 'ged.read' },
  things: {
    label: 'Voir le dossier',
    permission: 'ged.read',
    page: (tenant, id) => here('ged.folders.show', { tenant, id }),
  },
  guests: { permissions: ['ged.read', 'ged.write'], letsIn: isGuest },
  search,
  indexed: [nodesIndexed],
  uploads: { import: IMPORT, link: LINK_UPLOADS },
  provision: () => provisionGed(),
  seedDemo,
  rotateSecrets: () => Inlet.rotateSecrets(),
  settings,
  settingsLabel: 'Recherche et arrivées',
})
