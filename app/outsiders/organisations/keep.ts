import type { DateTime } from 'luxon'
import { clock } from '#kernel/clock'
import { uuidv7 } from '#lib/values'
import { behind } from '#app/outsiders/wall/wall'
import { walled } from '#app/outsiders/wall/walled_model'
import Establishment from './establishment.js'
import Organisation from './organisation.js'
import type { Entry } from './register.js'
import { numberKey, type TypedNumber } from './typed_number.js'

/** What is said of an establishment: by the register, or by who asks to act for it. */
export type Said = { entry: Entry } | { number: TypedNumber; name: string }

/** The establishment that a number names, known already; or null. */
export const establishmentNumbered = (number: TypedNumber): Promise<Establishment | null> => {
  const key = numberKey(number)
  return behind({ establishmentNumber: key }, () =>
    Establishment.query(walled()).where('number', key).first()
  )
}

/**
 * The establishment of that number, made when it is not there: one row, whoever asks, and one
 * organisation, whether it is named by its SIRET or by its RNA. Outside any transaction.
 */
export async function keepEstablishment(said: Said): Promise<Establishment> {
  const number = 'entry' in said ? siretOf(said.entry) : said.number
  const known = await establishmentNumbered(number)
  if (known) return 'entry' in said ? refresh(known, said.entry) : known
  const organisation = await keepOrganisation(said, number)
  const lone = 'entry' in said ? await loneSeat(organisation, said.entry) : null
  if (lone && 'entry' in said) return refresh(lone, said.entry)
  const id = uuidv7()
  return behind({ establishments: [id], organisations: [organisation.id] }, () =>
    Establishment.create(
      {
        id,
        organisationId: organisation.id,
        number: numberKey(number),
        ...('entry' in said ? factsOf(said.entry) : unchecked(said.number, said.name)),
      },
      walled()
    )
  )
}

const siretOf = ({ siret }: Entry): TypedNumber => ({ kind: 'siret', value: siret })

/** The columns that a register fills. */
export const factsOf = (entry: Entry) => ({
  siret: entry.siret,
  number: numberKey(siretOf(entry)),
  name: entry.sign ?? entry.name,
  address: entry.address,
  postcode: entry.postcode,
  locality: entry.locality,
  isSeat: entry.isSeat,
  standing: entry.isOpen && entry.isUnitActive ? ('active' as const) : ('ceased' as const),
  source: 'sirene',
  checkedAt: clock.now(),
})

const unchecked = ({ kind, value }: TypedNumber, name: string) => ({
  ...(kind === 'siret' && { siret: value }),
  ...(kind === 'ridet' && { ridet: value }),
  name,
  standing: 'unknown' as const,
  source: 'self',
  checkedAt: null as DateTime | null,
})

async function refresh(known: Establishment, entry: Entry): Promise<Establishment> {
  return behind({ establishments: [known.id] }, async () => {
    const row = await Establishment.get(known.id)
    return row.merge(factsOf(entry)).save()
  })
}

/** An association that was known by its RNA alone: the SIRET that now comes is that of its one place. */
async function loneSeat({ id }: Organisation, entry: Entry): Promise<Establishment | null> {
  if (!entry.rna) return null
  const rows = await behind({ organisations: [id] }, () =>
    Establishment.query(walled()).where('organisationId', id).limit(2)
  )
  return rows.length === 1 && rows[0].siret === null ? rows[0] : null
}

async function keepOrganisation(said: Said, number: TypedNumber): Promise<Organisation> {
  const numbers = numbersOf(said, number)
  // One after the other: they may share a transaction, which speaks in one name at a time
  const holders: (Organisation | null)[] = []
  for (const one of numbers) holders.push(await holderOf(one))
  const known = holders.find((one) => one !== null)
  // A number that another organisation bears is left to it: the check of the night joins the two
  if (known)
    return learn(
      known,
      numbers.filter((_, index) => !holders[index] || holders[index].id === known.id)
    )
  const id = uuidv7()
  const entry = 'entry' in said ? said.entry : null
  return behind({ organisations: [id] }, () =>
    Organisation.create(
      {
        id,
        kind: entry?.kind ?? KINDS[number.kind] ?? 'company',
        name: 'entry' in said ? said.entry.name : said.name,
        ...columnsOf(numbers),
        numbers: numbers.map(numberKey),
        standing: entry ? (entry.isUnitActive ? 'active' : 'ceased') : 'unknown',
        source: entry ? 'sirene' : 'self',
        checkedAt: entry ? clock.now() : null,
      },
      walled()
    )
  )
}

const holderOf = (number: TypedNumber): Promise<Organisation | null> => {
  const key = numberKey(number)
  return behind({ organisationNumber: key }, () =>
    Organisation.query(walled()).whereRaw('? = any(numbers)', [key]).first()
  )
}

const KINDS: Partial<Record<TypedNumber['kind'], Organisation['kind']>> = {
  rna: 'association',
  registry: 'association',
  vat: 'foreign',
}

function numbersOf(said: Said, number: TypedNumber): TypedNumber[] {
  if ('entry' in said) {
    const { siren, rna } = said.entry
    return [{ kind: 'siren', value: siren }, ...(rna ? [{ kind: 'rna' as const, value: rna }] : [])]
  }
  return number.kind === 'siret' ? [{ kind: 'siren', value: number.value.slice(0, 9) }] : [number]
}

const columnsOf = (numbers: TypedNumber[]) =>
  Object.fromEntries(
    numbers
      .filter(({ kind }) => ['siren', 'rna', 'registry', 'vat'].includes(kind))
      .map(({ kind, value }) => [kind, value])
  )

/** One more number of the same organisation: from now on each finds it. */
const learn = (known: Organisation, numbers: TypedNumber[]) =>
  behind({ organisations: [known.id] }, async () => {
    const row = await Organisation.get(known.id)
    const all = new Set([...row.numbers, ...numbers.map(numberKey)])
    if (all.size === row.numbers.length) return row
    return row.merge({ ...columnsOf(numbers), numbers: [...all] }).save()
  })
