import { person } from '#tests/world/world'

/** Somebody who exploits the platform. */
export async function operator() {
  const user = await person('Ronan Le Bihan', {})
  return user.merge({ isOperator: true }).save()
}

/** What one types to make a member. */
export const memberForm = (siren: string) => ({
  siren,
  kind: 'commune',
  name: `Commune de Trégor ${siren}`,
  departement: '35',
  arrondissement: '1',
  fullName: 'Aziliz Béguin',
  email: `aziliz.${siren}@exemple.test`,
  title: 'Secrétaire générale',
})
