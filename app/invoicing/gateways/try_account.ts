import type { Tenant } from '#kernel/tenant'
import { clock } from '#kernel/clock'
import { plural } from '#lib/french/french'
import { chorusAccount } from '../settings.js'
import { chorus } from './chorus.js'
import { NO_RESULTS } from './chorus_call.js'
import { forgetToken } from './chorus_tokens.js'

const DAYS = 30
/** Its clock is not ours. */
const MARGIN_MINUTES = 15

/** Asks Chorus Pro, with a token of this moment, what changed for a member: whether its account is let in. */
export async function tryAccount(tenant: Tenant): Promise<{ isWell: boolean; says: string }> {
  const account = chorusAccount(tenant)
  if (!account)
    return {
      isWell: false,
      says: 'Il manque un réglage : le compte technique, son mot de passe, l’adresse de Chorus Pro ou l’application PISTE.',
    }
  forgetToken(account)
  const now = clock.now()
  const [from, to] = [now.minus({ days: DAYS }), now.plus({ minutes: MARGIN_MINUTES })]
  const answer = await chorus.search(account, from.toJSDate(), to.toJSDate(), 1)
  if (answer.is === 'refused' && NO_RESULTS.includes(answer.code)) return well(0)
  if (answer.is === 'said')
    return well(answer.value.total ?? answer.value.listeFactures?.length ?? 0)
  return { isWell: false, says: `La connexion échoue. ${answer.says}` }
}

const well = (count: number) => ({
  isWell: true,
  says: `Chorus Pro reconnaît ce compte : ${plural(count, 'facture a', 'factures ont')} changé en ${DAYS} jours.`,
})
