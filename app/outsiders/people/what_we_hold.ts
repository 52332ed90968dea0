import { clock } from '#kernel/clock'
import { behind } from '#app/outsiders/wall/wall'
import { heldBy } from '#app/outsiders/organisations/attachment'
import { contactPointsOf } from './contact_point.js'
import { identifiersOf } from './identifier.js'
import Person, { type Fact, FACTS } from './person.js'

interface Held {
  value: unknown
  /** `self`, `counter`, or the issuer of a provider. */
  source: string
  /** ISO 8601. */
  date: string | null
}

/** All that we hold of a person, each with its source and its date; secrets by their kind alone. */
export interface WhatWeHold {
  id: string
  at: string
  identity: Partial<Record<Fact, Held>>
  contactPoints: (Held & { kind: string; proof: string | null })[]
  identifiers: (Held & { kind: string; issuer: string | null; proven: boolean })[]
  attachments: (Held & { role: string; establishmentId: string })[]
}

const SECRET_KINDS = ['paper_code', 'passkey']

export const whatWeHold = (personId: string): Promise<WhatWeHold> =>
  behind({ person: personId }, async () => {
    const person = await Person.get(personId)
    const identity = Object.fromEntries(
      FACTS.filter((fact) => person.sources[fact]).map((fact) => {
        const { source, at } = person.sources[fact]!
        return [fact, { value: person[fact], source, date: at }]
      })
    )
    return {
      id: person.id,
      at: clock.now().toISO()!,
      identity,
      contactPoints: (await contactPointsOf(personId)).map(
        ({ kind, value, source, since, proof }) => ({
          ...{ kind, value, source, proof },
          date: since.toISO(),
        })
      ),
      identifiers: (await identifiersOf(personId)).map(
        ({ kind, issuer, value, source, provenAt, createdAt }) => ({
          kind,
          issuer: issuer || null,
          value: SECRET_KINDS.includes(kind) ? null : value,
          source,
          date: (provenAt ?? createdAt).toISO(),
          proven: provenAt !== null,
        })
      ),
      attachments: (await heldBy(personId)).map((one) => ({
        value: one.establishmentName,
        role: one.role,
        establishmentId: one.establishmentId,
        source: one.proof ?? 'self',
        date: (one.provenAt ?? one.createdAt).toISO(),
      })),
    }
  })
