import { invite } from '#identity'
import { mailPasswordLink } from '#identity/jobs/mail_password_link'
import { passwordVersion } from '#identity/passwords/version'
import Membership from '#kernel/people/membership'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { stopPath } from '#web/messages/stop_link'
import { person, place } from '#tests/world/world'
import { emptyTheBox, sendLetters } from '../../identity/post_office.js'
import { openToken } from '#identity/tokens/open_token'
import { openAccount } from '#identity/tokens/technical_accounts'
import type { VisitedPage } from '../pages.js'

export const notPages = [
  'health.live',
  'health.ready',
  'health.metrics',
  'accents.show',
  'seals.key.download',
  'kernel.public.seals.feed',
  'messages.feed.atom',
  'messages.feed.calendar',
  'drops.show',
  'identity.members.file',
  // Leads back to its list until something was done
  'identity.members.batch',
]

/** Coming in, one's account, the members of a collectivite. */
export default async function kernelPages(): Promise<VisitedPage[]> {
  const secretary = await person('Yann Kerbrat', {
    'kervalan': ['administrator'],
    'saint-orven': ['agent'],
  })
  const { id } = await place('kervalan')
  const email = `soizic.${uuidv7().slice(-12)}@exemple.test`
  const mayor = { email, fullName: 'Soizic Madec', title: 'Maire', roles: ['signatory' as const] }
  await emptyTheBox()
  await tenancy.run(id, () => invite(mayor, { kind: 'person', id: secretary.id }))
  await mailPasswordLink.enqueueForPlatform({ userId: secretary.id })
  const letters = await sendLetters()
  const linkTo = (start: string) => letters.find(({ link }) => link.startsWith(start))!.link
  const { id: own } = await tenancy.run(id, () => Membership.findByOrFail('userId', secretary.id))
  const account = await tenancy.run(id, async () => {
    const by = { kind: 'person' as const, id: secretary.id }
    const asked = { name: 'Logiciel des finances', title: null, roles: ['agent' as const] }
    const opened = await openAccount(asked, by)
    const token = { kind: 'bearer' as const, name: 'Premier', scopes: ['portal.read'], days: 90 }
    await openToken({ personId: opened, ...token }, by)
    await openToken({ personId: secretary.id, ...token }, by)
    return opened
  })
  const mine = (name: string, path: string) => ({ name, path, as: secretary })
  return [
    { name: 'login', path: '/connexion' },
    { name: 'password-lost', path: '/mot-de-passe-oublie' },
    { name: 'password-reset', path: linkTo('/mot-de-passe-oublie/') },
    { name: 'invitation', path: linkTo('/invitation/') },
    {
      name: 'second-step',
      path: '/connexion/code',
      session: {
        second_step: {
          userId: secretary.id,
          at: Date.now(),
          version: passwordVersion(secretary),
        },
      },
    },
    { name: 'verification', path: '/verifier' },
    mine('account', '/compte'),
    mine('account-password', '/compte/mot-de-passe'),
    mine('account-second-factor', '/compte/double-authentification'),
    mine('account-factor-proof', '/compte/double-authentification/courriel'),
    mine('account-passkeys', '/compte/cles'),
    mine('account-mails', '/compte/courriels'),
    { name: 'mails-stop', path: stopPath(secretary.id) },
    mine('account-tokens', '/compte/jetons'),
    mine('technical-accounts', '/c/kervalan/membres/comptes-techniques'),
    mine('technical-account', `/c/kervalan/membres/comptes-techniques/${account}`),
    { name: 'documentation', path: '/api/v1' },
    mine('account-sessions', '/compte/sessions'),
    mine('account-certificates', '/compte/certificats'),
    mine('account-absences', '/compte/absences'),
    mine('workplaces', '/collectivites'),
    mine('members', '/c/kervalan/membres'),
    mine('members-invite', '/c/kervalan/membres/inviter'),
    mine('members-edit', `/c/kervalan/membres/${own}`),
  ]
}
