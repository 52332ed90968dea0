import mail from '@adonisjs/mail/services/main'
import { appUrl } from '#config/app'
import User from '#kernel/people/user'
import { defineJob } from '#kernel/jobs'

/** What happens to the factors of an account, in words for its person. */
const EVENTS = {
  totp_added: 'La double authentification par code vient d’être mise en place.',
  totp_removed: 'La double authentification par code vient d’être arrêtée.',
  passkey_added: 'Une clé d’accès vient d’être ajoutée.',
  passkey_removed: 'Une clé d’accès vient d’être retirée.',
  codes_renewed:
    'De nouveaux codes de secours viennent d’être créés ; les anciens ne servent plus.',
  all_removed:
    'L’exploitant de la plateforme vient de retirer tous vos moyens de double authentification.',
  provider_added:
    'Votre compte vient d’être relié à un fournisseur d’identité : on y entre aussi par lui.',
  provider_removed: 'Votre compte n’est plus relié à un fournisseur d’identité.',
  code_used: 'Un de vos codes de secours vient de servir pour entrer.',
}

export type FactorEvent = keyof typeof EVENTS

/** Says to a person what changed in the ways into her account: if it was not she, she learns it. */
export const tellFactorsChanged = defineJob<{ userId: string; event: FactorEvent }>({
  name: 'kernel.tell_factors_changed',
  title: 'Prévenir que la double authentification a changé',
  onGiveUp: {
    nobodyNeeds: 'the change itself is done and written down; the operator sees the job',
  },
  queue: 'outside',
  async handle({ userId, event }) {
    const user = await User.find(userId)
    if (!user) return
    const words = {
      name: user.fullName,
      what: EVENTS[event],
      url: `${appUrl}/compte/double-authentification`,
      lost: `${appUrl}/mot-de-passe-oublie`,
    }
    await mail.send((message) => {
      message.to(user.email, user.fullName).subject('L’accès à votre compte a changé')
      message.htmlView('identity/mails/factors_html', words)
      message.textView('identity/mails/factors_text', words)
    })
  },
})

export const tellFactors = (user: User, event: FactorEvent): Promise<void> =>
  tellFactorsChanged.enqueueForPlatform({ userId: user.id, event })
