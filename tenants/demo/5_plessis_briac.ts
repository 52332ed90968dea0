import type { Member } from '../blueprint.js'

const plessisBriac: Member = {
  siren: '213509037',
  slug: 'plessis-briac',
  name: 'Commune du Plessis-Briac',
  kind: 'commune',
  isPublic: true,
  departement: '035',
  arrondissement: '1',
  natureCode: '31',
  accent: '#6a4f86',
  people: [
    {
      name: 'Aziliz Béguin',
      email: 'aziliz.beguin@plessis-briac.test',
      title: 'Secrétaire générale',
      roles: ['agent', 'administrator'],
      password: 'demonstration-halle',
    },
    {
      name: 'Loïc d’Argentré',
      email: 'loic.dargentre@plessis-briac.test',
      title: 'Maire',
      roles: ['signatory'],
      password: 'demonstration-halle',
    },
  ],
}

export default plessisBriac
