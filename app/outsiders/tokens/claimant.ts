import { calledAs } from '#app/outsiders/people/person'
import { askBehind } from '#app/outsiders/wall/wall'
import type PersonToken from './person_token.js'

/** An establishment for which a program acts. */
export interface ActedFor {
  id: string
  organisationId: string
  name: string
  siret: string | null
}

/** Who a token is of, and for whom she claims to act. */
const CLAIMED = `
  select place.id, place.organisation_id, place.name, place.siret,
    person.usage_name, person.birth_name, person.given_names
  from kernel.attachments attachment
    join kernel.establishments place on place.id = attachment.establishment_id
    join kernel.persons person on person.id = attachment.person_id
  where attachment.person_id = :person and attachment.establishment_id = :establishment
    and attachment.state in ('asked', 'held')
    and person.closed_at is null and person.merged_into is null`

/** Null for who no longer claims the establishment of her token, or closed her account: it opens nothing. */
export async function claimantOf({
  personId: person,
  establishmentId: establishment,
}: PersonToken): Promise<{ name: string; company: ActedFor } | null> {
  const scope = { person, establishments: [establishment] }
  const [row] = await askBehind(scope, CLAIMED, { person, establishment })
  if (!row) return null
  const { usage_name: usageName, birth_name: birthName, given_names: givenNames } = row
  return {
    name: calledAs({ usageName, birthName, givenNames }),
    company: {
      ...{ id: row.id, organisationId: row.organisation_id },
      ...{ name: row.name, siret: row.siret },
    },
  }
}
