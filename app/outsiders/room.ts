import { defineRoom } from '#kernel/room'
import './events.js'
import './jobs/check_establishments.js'
import './jobs/find_likenesses.js'
import './jobs/finish_joining.js'
import './jobs/forget_codes.js'
import './jobs/mail_attachment.js'
import './jobs/mail_door_code.js'
import './jobs/say_door_code.js'
import './jobs/tell_members.js'
import { seedPeople } from './demo.js'
import { help } from './help.js'
import { seedProviders } from './providers/demo.js'
import './merging/routes.js'
import './providers/offers.js'
import './providers/routes.js'
import { rotateProviders } from './providers/rotation.js'
import './routes.js'

declare module '#kernel/roles' {
  interface RoleNames {
    counter: true
  }
}

/** Everybody who is no agent, above the members; and the counter of each, where they are welcomed. */
export default defineRoom({
  name: 'outsiders',
  label: 'Accueil des usagers',
  icon: 'contact',
  rank: 85,
  alwaysOpen: true,
  dependsOn: ['identity'],
  help,
  roles: {
    counter: {
      label: 'Accueil',
      help: 'Ouvre un compte à qui vient au guichet, et le rend à qui l’a perdu, à deux.',
      rank: 45,
    },
  },
  rotateShared: rotateProviders,
  seedDemo: async () => [...(await seedProviders()), ...(await seedPeople())],
  permissions: { 'outsiders.welcome': ['administrator', 'counter'] },
  home: { route: 'outsiders.counter.index', permission: 'outsiders.welcome' },
  consolePages: [
    {
      label: 'Fournisseurs d’identité',
      icon: 'key-round',
      url: '/exploitation/identites',
      rank: 55,
    },
  ],
  accountPages: [{ label: 'Fournisseurs d’identité', url: '/compte/fournisseurs' }],
})
