import type { DateTime } from 'luxon'
import { drawCode } from '#identity'
import { clock } from '#kernel/clock'
import { uuidv7 } from '#lib/values'
import { readSpelled, spelled } from '#lib/spelled_question'
import { askBehind } from '#app/outsiders/wall/wall'
import { NoNameAtAll } from '#app/outsiders/errors'
import { type IdentifierKind, lookupOf } from './keys.js'
import Person, { type Fact } from './person.js'
import type { By } from './told.js'

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

/** An account that is not written yet: `OPEN` writes it of what is `opened`. */
export interface Opening {
  person: Person
  opened: string
}

/**
 * Opens an account, in the transaction in context or in one of its own: a number that names it, and
 * what she gave. An address or a `sub` that somebody has is refused by the base (23505).
 * @throws E_NO_NAME
 */
export async function openAccount(account: NewAccount, by: By): Promise<Person> {
  const { person, opened } = openingOf(account, by)
  await askBehind({ person: person.id }, OPEN, { opened })
  return person
}

/** The account that `OPEN` is to write. @throws E_NO_NAME */
export function openingOf(account: NewAccount, by: By): Opening {
  const { facts, source } = account
  if (!facts.birthName && !facts.usageName && !facts.givenNames?.length) throw new NoNameAtAll()
  const id = uuidv7()
  const at = clock.now()
  const person = new Person().merge({ id, givenNames: [], sources: {} })
  person.tell(facts, source, at.toJSDate())
  const opened = spelled({
    ...{ ...person.$attributes, source, at: at.toISO() },
    identifiers: identifiersIn(account, at),
    contactPoints: contactPointsIn(account, at),
    told: { ...by, by: by.id, id: uuidv7(), words: OPENED[by.kind] },
  })
  return { person, opened }
}

/** What names her: the number of her account, a provider's name for her, what she has proven. */
function identifiersIn(account: NewAccount, at: DateTime) {
  const { sub, provenEmail, provenPhone } = account
  const named: { kind: IdentifierKind; value?: string; issuer?: string }[] = [
    { kind: 'account', value: drawCode(8) },
    { kind: 'sub', ...sub },
    { kind: 'email', value: provenEmail },
    { kind: 'phone', value: provenPhone },
  ]
  return named.flatMap(({ kind, value, issuer = '' }) => {
    if (!value) return []
    const provenAt = kind === 'account' ? null : at.toISO()
    const source = issuer || account.source
    return {
      id: uuidv7(),
      kind,
      issuer,
      value,
      lookup: lookupOf(kind, value, issuer),
      source,
      provenAt,
    }
  })
}

/** How to reach her, by what she has proven rather than by what she says. */
function contactPointsIn({ email, phone, provenEmail, provenPhone }: NewAccount, at: DateTime) {
  const proven = { proof: 'code', provenAt: at.toISO() }
  const points = [
    provenEmail
      ? { kind: 'email', value: provenEmail, ...proven }
      : { kind: 'email', value: email },
    provenPhone
      ? { kind: 'phone', value: provenPhone, ...proven }
      : { kind: 'phone', value: phone },
  ]
  return points.filter(({ value }) => value).map((point) => ({ id: uuidv7(), ...point }))
}

/** Her record, what names her, how to reach her, and the first line of her history: in one exchange. */
export const OPEN = `
  with said as materialized (select ${readSpelled('opened')} as it),
  her as (
    insert into kernel.persons (id, birth_name, usage_name, given_names, sex, birthdate, birthplace,
      birth_country, sources, match_keys, updated_at)
    select (it->>'id')::uuid, it->>'birthName', it->>'usageName', ${textsOf('givenNames')}, it->>'sex',
      it->>'birthdate', it->>'birthplace', it->>'birthCountry', it->'sources', ${textsOf('matchKeys')},
      (it->>'at')::timestamptz
    from said returning id
  ),
  named as (
    insert into kernel.person_identifiers (id, person_id, kind, issuer, value, lookup, source, proven_at, updated_at)
    select one.id, her.id, kind, issuer, value, lookup, source, "provenAt", (it->>'at')::timestamptz
    from said, her, jsonb_to_recordset(it->'identifiers')
      as one (id uuid, kind text, issuer text, value text, lookup text, source text,
        "provenAt" timestamptz)
  ),
  reached as (
    insert into kernel.contact_points (id, person_id, kind, value, source, proof, proven_at, since, updated_at)
    select one.id, her.id, kind, value, it->>'source', proof, "provenAt", (it->>'at')::timestamptz,
      (it->>'at')::timestamptz
    from said, her, jsonb_to_recordset(it->'contactPoints')
      as one (id uuid, kind text, value text, proof text, "provenAt" timestamptz)
  )
  insert into kernel.person_events (id, person_id, type, words, actor_kind, actor_id, at_member)
  select (it#>>'{told,id}')::uuid, her.id, 'opened', it#>>'{told,words}', it#>>'{told,kind}',
    (it#>>'{told,by}')::uuid, (it#>>'{told,atMember}')::uuid
  from said, her`

function textsOf(name: string): string {
  return `array(select jsonb_array_elements_text(it->'${name}'))`
}

const OPENED: Record<By['kind'], string> = {
  self: 'Ouverture de votre compte',
  agent: 'Ouverture de votre compte à un guichet',
  system: 'Ouverture de votre compte',
}
