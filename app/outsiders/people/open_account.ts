import { drawCode } from '#identity'
import { clock } from '#kernel/clock'
import { uuidv7 } from '#lib/values'
import { behind } from '#app/outsiders/wall/wall'
import { walled } from '#app/outsiders/wall/walled_model'
import { NoNameAtAll } from '#app/outsiders/errors'
import { setContactPoint } from './contact_point.js'
import { addIdentifier } from './identifier.js'
import Person, { type Fact } from './person.js'
import { type By, note } from './told.js'

export interface NewAccount {
  facts: Partial<Pick<Person, Fact>>
  /** Where the facts come from: `self`, `counter`, the issuer of a provider. */
  source: string
  /** An address that she has proven to read: it opens her door too. */
  provenEmail?: string
  /** A telephone that she has proven to answer: with a secret, it opens her door too. */
  provenPhone?: string
  /** Ways to reach her that nothing proves yet. */
  email?: string
  phone?: string
  /** The provider that vouches for her. */
  sub?: { issuer: string; value: string }
}

/**
 * Opens an account, in the transaction in context or in one of its own: a number that names it, and
 * what she gave. An address or a `sub` that somebody has is refused by the base (23505).
 * @throws E_NO_NAME
 */
export async function openAccount(account: NewAccount, by: By): Promise<Person> {
  const { facts, source } = account
  if (!facts.birthName && !facts.usageName && !facts.givenNames?.length) throw new NoNameAtAll()
  const id = uuidv7()
  const at = clock.now().toJSDate()
  return behind({ person: id }, async () => {
    const person = new Person().merge({ id, givenNames: [], sources: {} })
    person.useTransaction(walled().client)
    await person.tell(facts, source, at).save()
    await addIdentifier({ personId: id, kind: 'account', value: drawCode(8), source })
    await reach(id, account, at)
    await note(id, 'opened', OPENED[by.kind], by)
    return person
  })
}

const OPENED: Record<By['kind'], string> = {
  self: 'Ouverture de votre compte',
  agent: 'Ouverture de votre compte à un guichet',
  system: 'Ouverture de votre compte',
}

async function reach(personId: string, account: NewAccount, at: Date): Promise<void> {
  const { source, provenEmail, provenPhone, email, phone, sub } = account
  if (sub) {
    const { issuer, value } = sub
    await addIdentifier({ personId, kind: 'sub', issuer, value, source: issuer, provenAt: at })
  }
  const proven = { email: provenEmail, phone: provenPhone }
  for (const [kind, value] of Object.entries(proven) as ['email' | 'phone', string | undefined][]) {
    if (!value) continue
    await addIdentifier({ personId, kind, value, source, provenAt: at })
    await setContactPoint({ personId, kind, value, source, proof: 'code', at })
  }
  const unproven = {
    email: provenEmail ? undefined : email,
    phone: provenPhone ? undefined : phone,
  }
  for (const [kind, value] of Object.entries(unproven) as ['email' | 'phone', string | undefined][])
    if (value) await setContactPoint({ personId, kind, value, source, at })
}
