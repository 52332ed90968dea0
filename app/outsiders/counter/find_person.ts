import { isUuid } from '#lib/values'
import { plainCode } from '#identity'
import { NotKnownHere } from '#app/outsiders/errors'
import { readAs } from '#app/outsiders/doors/sign_up'
import { identifierNamed } from '#app/outsiders/people/identifier'
import { matchKeysOf } from '#app/outsiders/people/keys'
import Person from '#app/outsiders/people/person'
import { behind } from '#app/outsiders/wall/wall'
import { walled } from '#app/outsiders/wall/walled_model'

/** What the agent reads on the paper, or on the identity card of who stands before her. */
export interface Shown {
  account?: string
  birth_name?: string
  given_name?: string
  birthdate?: string
}

/**
 * The one person whom a number of account names, or a whole civil status: a counter does not browse
 * people. @throws E_NOT_KNOWN_HERE, E_UNREADABLE_VALUE
 */
export async function findAtCounter(shown: Shown): Promise<Person> {
  const id = shown.account ? await byAccount(shown.account) : await byStatus(shown)
  if (!id || !isUuid(id)) throw new NotKnownHere().at('account')
  return behind({ person: id }, () => Person.get(id))
}

const byAccount = async (typed: string) =>
  (await identifierNamed('account', plainCode(typed)))?.personId

async function byStatus(shown: Shown): Promise<string | undefined> {
  const birthName = readAs('name', shown.birth_name, 'birth_name')
  const givenName = readAs('name', shown.given_name, 'given_name')
  const birthdate = readAs('birthdate', shown.birthdate, 'birthdate')
  if (!birthName || !birthdate) return undefined
  const status = { birthName, usageName: null, givenNames: [givenName ?? ''], birthdate }
  const keys = matchKeysOf(status)
  // The wall shows whoever bears one key: thousands bear a common name, and she bears them all
  const exact = await behind({ matchKeys: keys }, () =>
    Person.query(walled())
      .whereNull('closedAt')
      .whereNull('mergedInto')
      .whereRaw('match_keys @> ?', [keys])
      .limit(2)
  )
  return exact.length === 1 ? exact[0].id : undefined
}
