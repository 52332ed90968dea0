import { SYSTEM } from '#kernel/actor'
import { invite } from '#identity/invitations/invite'
import { openToken } from '#identity/tokens/open_token'
import { openAccount } from '#identity/tokens/technical_accounts'
import { readToken } from '#identity/tokens/token_value'
import Membership from '#kernel/people/membership'
import { uuidv7 } from '#lib/values'
import { person } from '#tests/world/world'
import { put } from '../support/put.js'
import { defineWorld } from '../world.js'

/** Somebody else: what is done to her takes nothing from who does it. */
async function colleague(): Promise<string> {
  const { id: userId } = await person('Voisine Secrète', {})
  const { id } = await Membership.create({ userId, roles: ['agent'], state: 'active' })
  return id
}

export default defineWorld(async (_, reader) => {
  const email = `voisine-secrete.${uuidv7()}@exemple.test`
  const invited = await invite({ email, fullName: 'Voisine Secrète', roles: ['agent'] }, SYSTEM)
  const member = await colleague()
  const account = await openAccount(
    { name: 'Logiciel secret', title: null, roles: ['agent'] },
    SYSTEM
  )
  const asked = { kind: 'bearer' as const, name: 'Jeton secret', scopes: ['portal.read'], days: 30 }
  const value = await openToken({ personId: account, ...asked }, SYSTEM)
  const view = await put('kernel.saved_views', {
    list: 'identity.members',
    name: `Vue secrète de la voisine ${uuidv7()}`,
    query: 'etat=active',
    person_id: reader,
    shared: true,
    created_at: new Date(),
  })
  return {
    routes: {
      'identity.invitations.': { id: invited.id },
      'identity.members.': { id: member },
      'identity.members.forget': { id: view },
      'identity.technical_accounts.': { account },
      'identity.technical_tokens.': { account, token: readToken(value)!.id },
    },
    bodies: {
      'identity.members.update': { roles: ['agent'], title: 'Agent' },
      'identity.technical_tokens.store': { ...asked, current_password: 'mot de passe de test' },
    },
    secrets: ['Voisine Secrète', 'voisine-secrete', 'Logiciel secret', 'Jeton secret'],
  }
})
