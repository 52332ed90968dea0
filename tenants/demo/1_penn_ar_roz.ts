import type { Member } from '../blueprint.js'

/** The operator of the demonstration: fictional, like everybody in this folder. */
const pennArRoz: Member = {
  siren: '253590012',
  slug: 'penn-ar-roz',
  name: 'Syndicat mixte Penn ar Roz',
  kind: 'syndicat',
  isPublic: true,
  departement: '035',
  arrondissement: '1',
  natureCode: '42',
  accent: '#4b5a68',
  people: [
    {
      name: 'Ronan Le Bihan',
      email: 'ronan.le-bihan@penn-ar-roz.test',
      title: 'Responsable de la plateforme',
      roles: ['agent', 'administrator'],
      operator: true,
      password: 'demonstration-halle',
      totpSecret: 'HALLEDEMONSTRATION2345ABCDEFGHIJ',
    },
    {
      name: 'Enora Cadiou',
      email: 'enora.cadiou@penn-ar-roz.test',
      title: 'Archiviste itinérante',
      roles: ['archivist'],
      password: 'demonstration-halle',
    },
  ],
}

export default pennArRoz
