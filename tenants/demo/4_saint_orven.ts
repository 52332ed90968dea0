import type { Member } from '../blueprint.js'

/** A small commune: Yann Kerbrat is its secretary too, under the same login. */
const saintOrven: Member = {
  siren: '213509029',
  slug: 'saint-orven',
  name: 'Commune de Saint-Orven',
  kind: 'commune',
  isPublic: true,
  departement: '035',
  arrondissement: '1',
  natureCode: '31',
  accent: '#3c5a8c',
  people: [
    {
      name: 'Yann Kerbrat',
      email: 'yann.kerbrat@kervalan.test',
      title: 'Secrétaire général',
      roles: ['agent', 'administrator'],
      password: 'demonstration-halle',
    },
    {
      name: 'Hervé Tanguy',
      email: 'herve.tanguy@saint-orven.test',
      title: 'Maire',
      roles: ['signatory'],
      password: 'demonstration-halle',
    },
  ],
}

export default saintOrven
