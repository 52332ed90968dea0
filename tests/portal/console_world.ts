import { Siren } from '#kernel/values'
import { person } from '#tests/world/world'

let made = 0

/** A SIREN that nobody has: eight digits and their Luhn key. */
export function newSiren(): string {
  const stem = `8${String(Date.now() + made++).slice(-7)}`
  return Array.from({ length: 10 }, (_, key) => `${stem}${key}`).find((one) => Siren.tryParse(one))!
}

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
