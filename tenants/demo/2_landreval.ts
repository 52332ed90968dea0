import type { Member } from '../blueprint.js'

const landreval: Member = {
  siren: '243590015',
  slug: 'landreval',
  name: 'Communauté de communes du Pays de Landréval',
  kind: 'epci',
  isPublic: true,
  departement: '035',
  arrondissement: '1',
  natureCode: '44',
  accent: '#2f6f5e',
  people: [
    {
      name: 'Nolwenn Riou',
      email: 'nolwenn.riou@landreval.test',
      title: 'Cheffe de projet numérique',
      roles: ['agent', 'administrator'],
      password: 'demonstration-halle',
    },
    {
      name: 'Goulven Abgrall',
      email: 'goulven.abgrall@landreval.test',
      title: 'Président',
      roles: ['signatory'],
      password: 'demonstration-halle',
    },
    {
      name: 'Maëlle Le Goff',
      email: 'maelle.le-goff@kervalan.test',
      title: 'Référente numérique de Kervalan',
      roles: ['contributor'],
      password: 'demonstration-halle',
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

export default landreval
