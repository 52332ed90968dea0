import { readFile } from 'node:fs/promises'
import hash from '@adonisjs/core/services/hash'
import app from '@adonisjs/core/services/app'
import { plainCode } from '#identity'
import { clock } from '#kernel/clock'
import { approveAttachment, askAttachment } from './organisations/ask.js'
import { keepEstablishment } from './organisations/keep.js'
import { lookUp } from './organisations/look_up.js'
import type { TypedNumber } from './organisations/typed_number.js'
import { addIdentifier, endIdentifiers, identifierNamed } from './people/identifier.js'
import { openAccount } from './people/open_account.js'
import Person from './people/person.js'
import { behind } from './wall/wall.js'

const FILE = 'tenants/demo/people/outsiders.json'
/** The one of all demonstration accounts. */
const PASSWORD = 'demonstration-halle'

interface DemoPerson {
  /** The number of her account. */
  login: string
  name: string
  givenNames: string[]
  birthName: string
  birthdate: string
  email?: string
}

interface DemoOrganisation {
  siret?: string
  rna?: string
  name: string
  managers: string[]
}

/** Fills the demonstration with people outside, once. Returns sentences that name nobody. */
export async function seedPeople(): Promise<string[]> {
  const text = await readFile(app.makePath(FILE), 'utf8')
  const { persons, organisations } = JSON.parse(text) as {
    persons: DemoPerson[]
    organisations: DemoOrganisation[]
  }
  const made = []
  for (const person of persons) if (await seedPerson(person)) made.push(person)
  if (made.length > 0) for (const one of organisations) await seedOrganisation(one, persons)
  return made.length > 0 ? [`${made.length} usagers et ${organisations.length} organismes`] : []
}

async function seedPerson({ login, email, ...said }: DemoPerson): Promise<boolean> {
  const account = plainCode(login)
  if (await identifierNamed('account', account)) return false
  const { givenNames, birthName, birthdate } = said
  const facts = { givenNames, birthName, birthdate }
  const { id: personId } = await openAccount({ facts, source: 'self', email }, { kind: 'system' })
  const password = await hash.make(PASSWORD)
  await behind({ person: personId }, async () => {
    const person = await Person.hold(personId)
    await person.merge({ password }).save()
    await endIdentifiers(personId, 'account', clock.now().toJSDate())
    await addIdentifier({ personId, kind: 'account', value: account, source: 'self' })
  })
  return true
}

async function seedOrganisation(
  { siret, rna, name, managers }: DemoOrganisation,
  persons: DemoPerson[]
): Promise<void> {
  const number: TypedNumber = siret ? { kind: 'siret', value: siret } : { kind: 'rna', value: rna! }
  const looked = await lookUp(number)
  const place = await keepEstablishment(
    looked.kind === 'entry' ? { entry: looked.entry } : { number, name }
  )
  for (const login of managers) {
    const named = await identifierNamed('account', plainCode(login))
    const person = persons.find((one) => one.login === login)
    if (!named || !person) continue
    const asked = await askAttachment({ personId: named.personId, name: person.name }, place)
    await approveAttachment(asked, { kind: 'system' }, 'mandate')
  }
}
