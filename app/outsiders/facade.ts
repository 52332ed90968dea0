import type { HttpContext } from '@adonisjs/core/http'
import type { Actor } from '#kernel/actor'
import { isUuid } from '#lib/values'
import { doorOf } from './doors/door.js'
import { claimedBy, heldAt, heldBy } from './organisations/attachment.js'
import Establishment from './organisations/establishment.js'
import Organisation from './organisations/organisation.js'
import { contactPointsOf } from './people/contact_point.js'
import Person from './people/person.js'
import { behind } from './wall/wall.js'
import { walled } from './wall/walled_model.js'

/** A person, as rooms may know her. */
export interface KnownPerson {
  id: string
  fullName: string
  birthName: string | null
  usageName: string | null
  givenNames: string[]
  sex: 'F' | 'M' | null
  /** AAAA-MM-JJ, `00` for an unknown part. */
  birthdate: string | null
  birthplace: string | null
  birthCountry: string | null
  /** How to reach her, as she gave it; proven or not. */
  email: string | null
  phone: string | null
  address: string | null
  /** For whom she acts in this session; null when for herself. */
  establishmentId: string | null
}

/** Who is there when somebody outside is: her record. Null for an agent, and for nobody. */
export async function personOf(session: HttpContext['session']): Promise<KnownPerson | null> {
  const door = doorOf(session)
  if (!door) return null
  return behind({ person: door.personId }, async () => {
    const person = await Person.find(door.personId, walled())
    if (!person || person.closedAt) return null
    const points = await contactPointsOf(person.id)
    const point = (kind: string) => points.find((one) => one.kind === kind)?.value ?? null
    return {
      id: person.id,
      fullName: person.fullName,
      birthName: person.birthName,
      usageName: person.usageName,
      givenNames: person.givenNames,
      sex: person.sex,
      birthdate: person.birthdate,
      birthplace: person.birthplace,
      birthCountry: person.birthCountry,
      email: point('email'),
      phone: point('phone'),
      address: point('address'),
      establishmentId: door.establishment?.id ?? null,
    }
  })
}

/** The addresses at which some persons are written to; who left none is told nothing. */
export async function emailsOf(personIds: string[]): Promise<string[]> {
  const emails: string[] = []
  for (const person of personIds) {
    const points = await behind({ person }, () => contactPointsOf(person))
    emails.push(...points.filter(({ kind }) => kind === 'email').map(({ value }) => value))
  }
  return emails
}

/** The address of a person that was shown to be hers; null where none was. */
export async function provenEmailOf(person: string): Promise<string | null> {
  const points = await behind({ person }, () => contactPointsOf(person))
  return points.find(({ kind, provenAt }) => kind === 'email' && provenAt)?.value ?? null
}

/** Somebody who acts for one of the establishments for which another does. */
export interface Colleague {
  personId: string
  name: string
  establishmentId: string
}

/** Who acts today beside a person, at each establishment for which she does, as somebody vouched of both. */
export async function colleaguesBeside(personId: string): Promise<Colleague[]> {
  const held = await behind({ person: personId }, () => heldBy(personId))
  const establishments = held.map(({ establishmentId }) => establishmentId)
  if (establishments.length === 0) return []
  const beside = await behind({ establishments }, () => heldAt(establishments))
  return beside
    .filter((one) => one.personId !== personId)
    .map((one) => ({
      ...{ personId: one.personId, name: one.personName, establishmentId: one.establishmentId },
    }))
}

/** As whom somebody may do a démarche for a person; `no` says why not, in one French sentence. */
export type ActsFor = { may: true; as: 'self' } | { may: false; no: string }

/**
 * Whether an actor outside may do a démarche for a person: today for herself alone. Mandates come
 * with slice 4; `demarche` names which, for those that are of some démarches only.
 */
export async function mayActFor(
  actor: Actor,
  personId: string,
  _demarche: string
): Promise<ActsFor> {
  if (actor.kind === 'outside' && actor.id === personId) return { may: true, as: 'self' }
  return { may: false, no: 'Aucun mandat ne vous permet d’agir pour cette personne.' }
}

/** An establishment for which somebody acts, or that a room asks about. */
export interface KnownOrganisation {
  /** The establishment: what bids, asks and invoices are of. */
  id: string
  organisationId: string
  name: string
  place: string
  siret: string | null
  siren: string | null
  rna: string | null
  standing: 'active' | 'ceased' | 'unknown'
  /** When the register last answered for it; null while it did not. */
  checkedAt: Date | null
}

/** The establishments for which a person acts today. */
export async function establishmentsOf(personId: string): Promise<KnownOrganisation[]> {
  const held = await behind({ person: personId }, () => heldBy(personId))
  return known(held.map(({ establishmentId }) => establishmentId))
}

/**
 * The establishments for which a person says that she acts: those where she does, and those where
 * nobody has answered her yet. For what is judged later, when somebody is chosen.
 */
export async function establishmentsClaimedBy(personId: string): Promise<KnownOrganisation[]> {
  const claimed = await behind({ person: personId }, () => claimedBy(personId))
  return known(claimed.map(({ establishmentId }) => establishmentId))
}

/** An establishment by its identifier, or null; who holds the identifier may ask. */
export async function findOrganisation(id: string): Promise<KnownOrganisation | null> {
  return isUuid(id) ? ((await known([id]))[0] ?? null) : null
}

async function known(ids: string[]): Promise<KnownOrganisation[]> {
  if (ids.length === 0) return []
  const rows = await behind({ establishments: ids }, () =>
    Establishment.query(walled()).whereIn('id', ids).orderBy('name').orderBy('id')
  )
  const organisations = [...new Set(rows.map(({ organisationId }) => organisationId))]
  const owners = await behind({ organisations }, () =>
    Organisation.query(walled()).whereIn('id', organisations)
  )
  const byId = new Map(owners.map((one) => [one.id, one]))
  return rows.map((row) => {
    const owner = byId.get(row.organisationId)
    return {
      id: row.id,
      organisationId: row.organisationId,
      name: row.name,
      place: row.place,
      siret: row.siret,
      siren: owner?.siren ?? null,
      rna: owner?.rna ?? null,
      standing: row.standing,
      checkedAt: row.checkedAt?.toJSDate() ?? null,
    }
  })
}
