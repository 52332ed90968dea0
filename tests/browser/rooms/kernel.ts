import { invite } from '#kernel/identity'
import User from '#kernel/identity/user'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#kernel/values'
import { person, place } from '#tests/world/world'
import type { VisitedPage } from '../pages.js'

/** Coming in, one's account, the members of a collectivite, the operator's console. */
export async function kernelPages(): Promise<VisitedPage[]> {
  const secretary = await person('Yann Kerbrat', {
    'kervalan': ['administrator'],
    'saint-orven': ['agent'],
  })
  const { id } = await place('kervalan')
  const email = `soizic.${uuidv7().slice(-12)}@exemple.test`
  const mayor = { email, fullName: 'Soizic Madec', title: 'Maire', roles: ['signatory' as const] }
  await tenancy.run(id, () => invite(mayor, { kind: 'person', id: secretary.id }))
  const operator = await User.create({
    fullName: 'Gwenaëlle Riou',
    email: `operatrice.${uuidv7().slice(-12)}@exemple.test`,
    password: 'mot de passe de test',
    isOperator: true,
  })
  const mine = (name: string, path: string) => ({ name, path, as: secretary })
  const operated = (name: string, path: string) => ({ name, path, as: operator })
  return [
    { name: 'login', path: '/connexion' },
    { name: 'password-lost', path: '/mot-de-passe-oublie' },
    { name: 'verification', path: '/verifier' },
    mine('account', '/compte'),
    mine('account-password', '/compte/mot-de-passe'),
    mine('account-second-factor', '/compte/double-authentification'),
    mine('account-passkeys', '/compte/cles'),
    mine('account-sessions', '/compte/sessions'),
    mine('workplaces', '/collectivites'),
    mine('members', '/c/kervalan/membres'),
    mine('members-invite', '/c/kervalan/membres/inviter'),
    operated('operator-members', '/exploitation'),
    operated('operator-member', `/exploitation/membres/${id}`),
    operated('operator-new-member', '/exploitation/membres/nouveau'),
    operated('operator-jobs', '/exploitation/taches'),
    operated('operator-seals', '/exploitation/scellements'),
    operated('operator-health', '/exploitation/sante'),
    operated('operator-answers', '/exploitation/actes/reponses'),
    operated('operator-log', '/exploitation/provisionnement'),
  ]
}
