import { allRoles, defineRoom, roleLabel } from '#kernel/room'
import { RHYTHM_SETTINGS } from '#web/messages/rhythm'
import { beginnings } from './beginnings.js'
import { help } from './help.js'
import './doorkeeper.js'
import './jobs/mail_factor_code.js'
import './jobs/mail_invitation.js'
import './jobs/mail_password_link.js'
import './jobs/tell_factors_changed.js'
import './jobs/tell_password_changed.js'
import { membersIndexed } from './indexed.js'
import { messages } from './messages.js'
import './routes.js'
import { search } from './search.js'
import './sessions/housekeeping.js'
import './tokens/holder_of.js'

/** The members of a tenant; of every member, open to those who administer it. */
export default defineRoom({
  name: 'identity',
  label: 'Membres',
  purpose: 'Qui travaille ici, et avec quels rôles.',
  icon: 'users',
  rank: 90,
  alwaysOpen: true,
  dependsOn: [],
  permissions: { 'identity.manage': ['administrator'] },
  beginnings,
  help,
  home: { route: 'identity.members.index', permission: 'identity.manage' },
  search,
  indexed: [membersIndexed],
  messages,
  settings: {
    ...RHYTHM_SETTINGS,
    secondFactorFor: {
      default: [],
      label: 'Double authentification exigée pour',
      help: 'Les personnes qui ont l’un de ces rôles la mettent en place à leur prochaine connexion.',
      kind: 'choices',
      options: () => allRoles().map((role) => ({ value: role, label: roleLabel(role) })),
    },
  },
})
