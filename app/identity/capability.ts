import './doorkeeper.js'
import { ROLES, ROLE_LABELS, defineCapability } from '#kernel/capability'

/** The members of a tenant; the kernel's own room, open to those who administer it. */
export default defineCapability({
  name: 'identity',
  label: 'Membres',
  purpose: 'Qui travaille ici, et avec quels rôles.',
  icon: 'users',
  rank: 90,
  dependsOn: [],
  permissions: { 'identity.manage': ['administrator'] },
  home: { route: 'identity.members.index', permission: 'identity.manage' },
  /** The roles for which a password alone is not enough here: ['signatory']. */
  settings: { secondFactorFor: [] },
  settingFields: {
    secondFactorFor: {
      label: 'Double authentification exigée pour',
      help: 'Les personnes qui ont l’un de ces rôles la mettent en place à leur prochaine connexion.',
      kind: 'choices',
      options: ROLES.map((role) => ({ value: role, label: ROLE_LABELS[role] })),
    },
  },
})
