import { Siret } from '#lib/values'
import { behind } from '#app/outsiders/wall/wall'
import { walled } from '#app/outsiders/wall/walled_model'
import { approveAttachment, askAttachment, tellHeld } from './ask.js'
import Attachment from './attachment.js'
import type Establishment from './establishment.js'
import { establishmentNumbered, keepEstablishment } from './keep.js'
import { lookUp } from './look_up.js'

/**
 * A provider vouches that somebody works in an establishment (`siret` of ProConnect): she acts for it,
 * as a colleague; it does not say that she manages it. One that is closed or unreadable ties nobody,
 * and whoever was suspended stays so. Outside any transaction.
 */
export async function attachVouched(
  her: { personId: string; name: string },
  siret: string
): Promise<void> {
  const read = Siret.tryParse(siret)
  const place = read && (await placeOf(read.toString()))
  if (!place) return
  const { personId } = her
  const living = await behind({ person: personId }, () =>
    Attachment.query(walled())
      .where({ personId, establishmentId: place.id })
      .whereNot('state', 'ended')
      .first()
  )
  if (living && living.state !== 'asked') return
  const asked = living ?? (await askAttachment(her, place))
  await behind({ person: personId }, async () => {
    const held = await Attachment.hold(asked.id)
    await held.merge({ role: 'colleague' }).save()
  })
  await tellHeld(await approveAttachment(asked, { kind: 'system' }, 'proconnect'))
}

async function placeOf(siret: string): Promise<Establishment | null> {
  const number = { kind: 'siret' as const, value: siret }
  const known = await establishmentNumbered(number)
  if (known) return known.standing === 'ceased' ? null : known
  const looked = await lookUp(number)
  if (looked.kind === 'entry') return keepEstablishment({ entry: looked.entry })
  if (looked.kind !== 'unchecked') return null
  return keepEstablishment({ number, name: `Établissement ${siret}` })
}
