import { approveAttachment, askAttachment } from '#app/outsiders/organisations/ask'
import type Establishment from '#app/outsiders/organisations/establishment'
import { inviteColleague } from '#app/outsiders/organisations/invite'
import { keepEstablishment } from '#app/outsiders/organisations/keep'
import type { Entry } from '#app/outsiders/organisations/register'
import { setContactPoint } from '#app/outsiders/people/contact_point'
import { behind } from '#app/outsiders/wall/wall'
import { someSiret } from '#tests/helpers/siren'

/** What a register says of a shop, that tests may change. */
export const entryOf = (said: Partial<Entry> = {}): Entry => {
  const siret = said.siret ?? someSiret()
  return {
    siret,
    siren: siret.slice(0, 9),
    rna: null,
    name: 'LE FOURNIL',
    sign: null,
    address: '3 RUE DU FOUR',
    postcode: '35000',
    locality: 'KERVALAN',
    isSeat: true,
    isOpen: true,
    isUnitActive: true,
    kind: 'company',
    ...said,
  }
}

/** A shop that somebody manages, where somebody is awaited; she has left an address. */
export async function bakery(personId: string, name: string): Promise<Establishment> {
  const place = await keepEstablishment({ entry: entryOf({ name }) })
  const asked = await askAttachment({ personId, name }, place)
  await approveAttachment(asked, { kind: 'system' }, 'mandate')
  const at = { personId, establishmentId: place.id }
  await inviteColleague(at, { email: 'x@exemple.fr', fullName: name, role: 'colleague' })
  await behind({ person: personId }, () =>
    setContactPoint({
      ...{ personId, kind: 'address', value: `1 rue ${name}`, source: 'self' },
      at: new Date(),
    })
  )
  return place
}
