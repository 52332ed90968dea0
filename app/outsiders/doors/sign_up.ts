import type { HttpContext } from '@adonisjs/core/http'
import { checkValue, type CheckedKind } from '#lib/outsiders'
import { countLetter, countOpening } from '#identity'
import { clock } from '#kernel/clock'
import { NoNameAtAll, UnreadableValue } from '#app/outsiders/errors'
import { identifierNamed } from '#app/outsiders/people/identifier'
import { openAccount } from '#app/outsiders/people/open_account'
import type Person from '#app/outsiders/people/person'
import type { Fact } from '#app/outsiders/people/person'
import type { By } from '#app/outsiders/people/told'
import { behind } from '#app/outsiders/wall/wall'
import { beginCode } from './begin_code.js'
import { hasTelephone } from './telephone.js'
import { type Paper, writePaper } from './paper_code.js'

/** What somebody types to open an account; a name is enough. */
export interface Typed {
  given_names?: string
  birth_name?: string
  usage_name?: string
  birthdate?: string
  email?: string
  phone?: string
}

/** The same once read. */
export interface Read {
  facts: Partial<Pick<Person, Fact>>
  email?: string
  phone?: string
}

/** As it is kept, or the sentence at its field. @throws E_UNREADABLE_VALUE, E_NO_NAME */
export function readTyped(typed: Typed): Read {
  const givenNames = (typed.given_names ?? '')
    .split(',')
    .flatMap((name) => readAs('name', name, 'given_names') ?? [])
  const facts = {
    givenNames,
    birthName: readAs('name', typed.birth_name, 'birth_name'),
    usageName: readAs('name', typed.usage_name, 'usage_name'),
    birthdate: readAs('birthdate', typed.birthdate, 'birthdate'),
  }
  if (!facts.birthName && !facts.usageName && givenNames.length === 0)
    throw new NoNameAtAll().at('birth_name')
  const email = readAs('email', typed.email, 'email')
  return { facts, email, phone: readAs('phone', typed.phone, 'phone') }
}

/** What was typed in a field, as it is kept; nothing when it is empty. @throws E_UNREADABLE_VALUE */
export function readAs(kind: CheckedKind, text: string | undefined, field: string) {
  if (!text?.trim()) return undefined
  const read = checkValue(kind, text, { today: clock.today() })
  if (!read.ok) throw new UnreadableValue(read.message).at(field)
  return read.value
}

/**
 * Opens an account. With an address, or else a telephone: a code is written or said there, and the
 * account opens when it comes back; whether somebody has it already is told there alone. Without: at
 * once, with a code on paper. Outside any transaction.
 */
export async function signUp(ctx: HttpContext, typed: Typed): Promise<Paper | null> {
  const { facts, email, phone } = readTyped(typed)
  if (email) {
    await countLetter(ctx, email.toLowerCase())
    const taken = await identifierNamed('email', email)
    const payload = { ...facts, phone }
    await beginCode(ctx, { purpose: taken ? 'taken' : 'sign_up', address: email, payload })
    return null
  }
  if (phone && hasTelephone()) {
    await countLetter(ctx, phone)
    const taken = await identifierNamed('phone', phone)
    const purpose = taken ? 'reassigned' : 'sign_up'
    await beginCode(ctx, { purpose, address: phone, payload: facts })
    return null
  }
  await countOpening(ctx)
  return openOnPaper({ facts, phone }, { kind: 'self' })
}

/** An account that a code on paper opens. In the transaction in context, or in one of its own. */
export async function openOnPaper(
  { facts, email, phone }: Read,
  by: By
): Promise<Paper & { personId: string }> {
  const source = by.kind === 'agent' ? 'counter' : 'self'
  const person = await openAccount({ facts, source, email, phone }, by)
  const paper = await behind({ person: person.id }, () => writePaper(person.id, by))
  return { ...paper, personId: person.id }
}
