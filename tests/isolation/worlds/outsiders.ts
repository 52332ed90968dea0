import { askAttachment } from '#app/outsiders/organisations/ask'
import { keepEstablishment } from '#app/outsiders/organisations/keep'
import MandateCheck from '#app/outsiders/organisations/mandate_check'
import Likeness from '#app/outsiders/likeness/likeness'
import Recovery from '#app/outsiders/counter/recovery'
import { entryOf } from '#tests/outsiders/organisations'
import { somebody } from '#tests/outsiders/people'
import { person } from '#tests/world/world'
import { defineWorld } from '../world.js'

const NAME = 'Habitante Secrète'

/** What waits at a counter: an access to give back, a mandate to read, two records to compare. */
export default defineWorld(async () => {
  const { id: personId } = await somebody({ givenNames: ['Habitante'], birthName: 'Secrète' })
  const { id: askedBy } = await person('Voisine du guichet', {})
  const recovery = await Recovery.create({ personId, personName: NAME, askedBy, state: 'asked' })
  const place = await keepEstablishment({ entry: entryOf({ name: 'Fournil secret' }) })
  const { id: attachmentId } = await askAttachment({ personId, name: NAME }, place)
  const check = await MandateCheck.create({
    ...{ attachmentId, personId, establishmentId: place.id },
    ...{ personName: NAME, establishmentName: place.name, state: 'asked' },
  })
  const twin = await somebody({ givenNames: ['Habitante'], birthName: 'Secrète' })
  const doubt = await Likeness.create({
    ...{ personId, personName: NAME, otherId: twin.id, otherName: NAME, state: 'waiting' },
  })
  return {
    routes: {
      'outsiders.likenesses.': { id: doubt.id },
      'outsiders.recoveries.': { id: recovery.id },
      'outsiders.mandates.': { id: check.id },
    },
    secrets: [NAME, 'Fournil secret'],
  }
})
