import type { Member } from '../blueprint.js'

/** The commune that the demonstration follows from draft to archive. */
const kervalan: Member = {
  siren: '213509011',
  slug: 'kervalan',
  name: 'Commune de Kervalan',
  kind: 'commune',
  isPublic: true,
  departement: '035',
  arrondissement: '1',
  natureCode: '31',
  accent: '#1d6673',
  people: [
    {
      name: 'Maëlle Le Goff',
      email: 'maelle.le-goff@kervalan.test',
      title: 'Agent administratif',
      roles: ['agent'],
      password: 'demonstration-halle',
    },
    {
      name: 'Yann Kerbrat',
      email: 'yann.kerbrat@kervalan.test',
      title: 'Secrétaire général',
      roles: ['agent', 'administrator', 'archivist'],
      password: 'demonstration-halle',
    },
    {
      name: 'Soizic Madec',
      email: 'soizic.madec@kervalan.test',
      title: 'Maire',
      roles: ['signatory'],
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

export default kervalan
