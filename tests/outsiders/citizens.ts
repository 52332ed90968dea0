import { readFileSync } from 'node:fs'
import { sharedData } from '#tests/helpers/shared_data'
import type { Citizen } from '../../simulators/franceconnect/index.js'

/** Those of FranceConnect's own demonstration that it sends back without an identity, and its code. */
const REFUSED: Record<string, string> = { Désactivé: 'Y000006', Y180001: 'Y180001' }

/** The identities of FranceConnect's demonstration in one of its files; none where it is absent. */
export function citizensOf(file: 'base.csv' | 'errors.csv'): Citizen[] {
  const path = sharedData('territory', 'franceconnect', file)
  if (!path) return []
  const [head, ...lines] = readFileSync(path, 'utf8').split(/\r?\n/).filter(Boolean)
  const names = head.split(',')
  return lines.map((line) => {
    const values = line.split(',')
    const said = Object.fromEntries(names.map((name, index) => [name, values[index]]))
    return { ...pick(said), login: said.login, refusal: REFUSED[said.login] }
  })
}

const pick = (said: Record<string, string>) => ({
  family_name: said.family_name,
  preferred_username: said.preferred_username,
  given_name: said.given_name,
  gender: said.gender,
  email: said.email,
  birthdate: said.birthdate,
  birthplace: said.birthplace,
  birthcountry: said.birthcountry,
})
