import type { Citizen } from '../../simulators/franceconnect/index.js'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** A name of its own for each number: three letters that no other has. */
const nameOf = (n: number) =>
  `LE ${[676, 26, 1].map((unit) => LETTERS[Math.floor(n / unit) % 26]).join('')}OUARN`

/** Somebody whom nobody resembles: her first meeting proposes no link. */
export const inventedCitizen = (n: number): Citizen => ({
  login: `banc${n}`,
  family_name: nameOf(n),
  given_name: n % 2 ? 'Nolwenn Anne' : 'Erwan',
  gender: n % 2 ? 'female' : 'male',
  email: `banc${n}@banc.test`,
  birthdate: `${1940 + (n % 60)}-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`,
  birthplace: '29232',
  birthcountry: '99100',
})
