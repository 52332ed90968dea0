import type { Account } from '../oidc/index.js'

/** What FranceConnect knows of somebody, in its own words. */
export interface Citizen {
  login: string
  family_name?: string
  preferred_username?: string
  /** All of them, parted by spaces. */
  given_name?: string
  gender?: string
  email?: string
  phone_number?: string
  /** `00` where the month or the day is unknown. */
  birthdate?: string
  /** Code of the commune (COG), or words. */
  birthplace?: string
  birthcountry?: string
  /** The code under which FranceConnect refuses her: a closed account, a civil status not found. */
  refusal?: string
}

/** Invented by us: one of each sort that a form forgets. */
export const CITIZENS: Citizen[] = [
  {
    login: 'nolwenn',
    family_name: 'LE GOFF',
    preferred_username: 'MARZIN',
    given_name: 'Nolwenn Anne',
    gender: 'female',
    email: 'nolwenn.legoff@exemple.test',
    birthdate: '1985-04-12',
    birthplace: '29232',
    birthcountry: '99100',
  },
  {
    login: 'yann',
    family_name: 'MARZIN',
    given_name: 'Yann',
    gender: 'male',
    email: 'nolwenn.legoff@exemple.test',
    birthdate: '1983-11-02',
    birthplace: '29019',
    birthcountry: '99100',
  },
  {
    login: 'samira',
    family_name: 'AÏT-OUMEZIANE',
    given_name: 'Samira',
    gender: 'female',
    birthdate: '1971-00-00',
    birthcountry: '99352',
  },
  {
    login: 'jeanne',
    family_name: 'QUÉMÉNEUR',
    given_name: 'Jeanne Marie Louise',
    gender: 'female',
    email: 'jeanne.quemeneur@exemple.test',
    birthdate: '1938-01-30',
    birthplace: '29151',
    birthcountry: '99100',
  },
  {
    login: 'sans-prenom',
    family_name: 'PEREIRA',
    gender: 'male',
    email: 'pereira@exemple.test',
    birthdate: '1990-06-18',
    birthcountry: '99139',
  },
  {
    login: 'sans-nom',
    given_name: 'Malala',
    gender: 'female',
    email: 'malala@exemple.test',
    birthdate: '1992-08-12',
    birthcountry: '99203',
  },
]

const PIVOT = ['family_name', 'given_name', 'birthdate', 'gender', 'birthplace', 'birthcountry']

/** What of an identity each scope lets through (FranceConnect v2). */
export const SCOPES: Record<string, string[]> = {
  identite_pivot: [...PIVOT, 'given_name_array'],
  profile: [
    'family_name',
    'given_name',
    'given_name_array',
    'birthdate',
    'gender',
    'preferred_username',
  ],
  birth: ['birthplace', 'birthcountry'],
  email: ['email'],
  preferred_username: ['preferred_username'],
  phone: ['phone_number'],
}

/** As the provider would tell it: what is empty is not said. */
export function accountOf(citizen: Citizen): Account {
  const { login, refusal, ...said } = citizen
  const known = Object.fromEntries(Object.entries(said).filter(([, value]) => value))
  const given = citizen.given_name ? { given_name_array: citizen.given_name.split(' ') } : {}
  const name = [citizen.given_name, citizen.family_name].filter(Boolean).join(' ')
  return { login, label: `${name} (${login})`, claims: { ...known, ...given }, refusal }
}
