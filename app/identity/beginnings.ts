import Membership from '#kernel/people/membership'
import Invitation from '#identity/invitation'
import Passkey from '#identity/passkey'
import { tenancy } from '#kernel/tenancy'
import type { Beginning } from '#web/beginnings'
import { here } from '#web/here'

export const beginnings: Beginning[] = [
  {
    of: 'person',
    label: 'Protéger votre compte',
    why: 'Un code en plus du mot de passe : un mot de passe volé ne suffit plus.',
    url: () => '/compte/double-authentification',
    async isDone({ user }) {
      if (user.hasTotp) return true
      const keys = Passkey.query({ client: tenancy.trx() }).where('userId', user.id)
      return (await keys.first()) !== null
    },
  },
  {
    of: 'member',
    label: 'Inviter vos collègues',
    why: 'Chacun vient avec son rôle ; personne ne partage un mot de passe.',
    permission: 'identity.manage',
    url: (tenant) => here('identity.invitations.create', { tenant }),
    isDone: async () =>
      (await Membership.query().where('state', 'active').limit(2)).length > 1 ||
      (await Invitation.query().first()) !== null,
  },
]
