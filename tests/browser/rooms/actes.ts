import { commune, draftOf, signedActe } from '#tests/actes/room'
import { person } from '#tests/world/world'
import type { VisitedPage } from '../pages.js'

/** An acte from its draft to the register, as an agent and as the inhabitants open it. */
export async function actesPages(): Promise<VisitedPage[]> {
  const kervalan = await commune()
  const agent = await person('Maëlle Le Goff', { kervalan: ['agent', 'administrator'] })
  const draft = await draftOf(kervalan, { objet: 'Tarifs de la cantine pour 2027' } as never)
  const signed = await signedActe(kervalan, {
    objet: 'Convention pour l’instruction des autorisations d’urbanisme',
  } as never)
  const base = '/c/kervalan/actes'
  return [
    { name: 'actes', path: base, as: agent },
    { name: 'actes-new', path: `${base}/nouveau`, as: agent },
    { name: 'acte-draft', path: `${base}/${draft.id}`, as: agent },
    { name: 'acte-edit', path: `${base}/${draft.id}/modifier`, as: agent },
    { name: 'acte-signed', path: `${base}/${signed.id}`, as: agent },
    { name: 'actes-classification', path: `${base}/classification`, as: agent },
    { name: 'actes-settings', path: `${base}/reglages`, as: agent },
    { name: 'actes-register', path: '/p/kervalan/actes' },
  ]
}
