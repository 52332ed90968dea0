import { closedSpace } from '../filing/closed_space.js'
import { giveUsualTypes } from '../types/usual_types.js'
import { COMMON, commonSpace } from './usual_spaces.js'
import Space from './space.js'

/** What every member begins with: a space for all, and the usual types. It changes nothing that is there. */
export async function provisionGed(): Promise<string[]> {
  const isThere = await Space.query().where('slug', COMMON).first()
  if (!isThere) await commonSpace()
  const hasClosed = await Space.query().where('kind', 'system').first()
  if (!hasClosed) await closedSpace()
  const added = await giveUsualTypes()
  return [
    ...(isThere ? [] : ['L’espace commun de la GED est ouvert.']),
    ...(hasClosed ? [] : ['L’espace des dossiers clos est ouvert dans la GED.']),
    ...(added ? [`${added} types de documents sont ajoutés à la GED.`] : []),
  ]
}
