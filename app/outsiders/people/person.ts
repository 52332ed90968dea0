import { PersonSchema } from '#database/schema/kernel'
import { walled, WalledModel } from '#app/outsiders/wall/walled_model'
import { PersonMissing } from '#app/outsiders/errors'
import { matchKeysOf } from './keys.js'

/** The facts of civil status that a record may hold; each remembers where it comes from. */
export const FACTS = [
  'birthName',
  'usageName',
  'givenNames',
  'sex',
  'birthdate',
  'birthplace',
  'birthCountry',
] as const
export type Fact = (typeof FACTS)[number]

/** Where a fact comes from: `self`, `counter`, or the issuer of a provider. */
export interface Source {
  source: string
  /** ISO 8601. */
  at: string
  /** The record that brought it: what undoes a merge gives each its own back. */
  record: string
}

/** How somebody is called: « Angela Dubois »; her usage name before her birth name. */
export function calledAs(her: Pick<Person, 'usageName' | 'birthName' | 'givenNames'>): string {
  const name = her.usageName ?? her.birthName ?? ''
  return [her.givenNames[0], name].filter(Boolean).join(' ')
}

/** Somebody who is no agent. Nothing but a name is required. */
export default class Person extends WalledModel(PersonSchema) {
  static table = 'kernel.persons'
  static connection = 'app'

  declare sex: 'F' | 'M' | null
  declare givenNames: string[]
  declare matchKeys: string[]
  declare sources: Partial<Record<Fact, Source>>

  /** Finds her in her own name. @throws E_PERSON_MISSING */
  static async get(id: string): Promise<Person> {
    const person = await Person.find(id, walled())
    if (!person || person.closedAt || person.mergedInto) throw new PersonMissing()
    return person
  }

  /** The same, locked until the end of the transaction. @throws E_PERSON_MISSING */
  static async hold(id: string): Promise<Person> {
    const person = await Person.query(walled()).where('id', id).forUpdate().first()
    if (!person || person.closedAt || person.mergedInto) throw new PersonMissing()
    return person
  }

  /** As she is called; see `calledAs`. */
  get fullName(): string {
    return calledAs(this)
  }

  /** Writes facts and where they come from; those that say nothing leave what is known. */
  tell(facts: Partial<Pick<Person, Fact>>, source: string, at: Date): this {
    for (const fact of FACTS) {
      const value = facts[fact]
      if (value === undefined || value === null || (Array.isArray(value) && value.length === 0))
        continue
      this.merge({ [fact]: value } as object)
      this.sources = {
        ...this.sources,
        [fact]: { source, at: at.toISOString(), record: this.id },
      }
    }
    this.matchKeys = matchKeysOf({
      birthName: this.birthName ?? null,
      usageName: this.usageName ?? null,
      givenNames: this.givenNames ?? [],
      birthdate: this.birthdate ?? null,
    })
    return this
  }
}
