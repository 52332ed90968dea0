import type { Beginning } from '#web/beginnings'
import { here } from '#web/here'

export const beginnings: Beginning[] = [
  {
    of: 'person',
    label: 'Protéger votre compte',
    why: 'Un code en plus du mot de passe : un mot de passe volé ne suffit plus.',
    url: () => '/compte/double-authentification',
    isDone: ({ user }) =>
      user.hasTotp || 'select exists (select from kernel.passkeys where user_id = :person)',
  },
  {
    of: 'member',
    label: 'Inviter vos collègues',
    why: 'Chacun vient avec son rôle ; personne ne partage un mot de passe.',
    permission: 'identity.manage',
    url: (tenant) => here('identity.invitations.create', { tenant }),
    isDone: () =>
      `select exists (select from kernel.memberships
          where tenant_id = :tenant and state = 'active' offset 1)
        or exists (select from kernel.invitations where tenant_id = :tenant)`,
  },
]
