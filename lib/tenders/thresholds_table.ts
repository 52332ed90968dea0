export type Nature = 'travaux' | 'fournitures' | 'services'
/** `etat` is the State and its establishments, `local` the local authorities and theirs. */
export type Buyer = 'local' | 'etat'

/** Euros without tax, from which each rule applies. */
export interface ThresholdsOfADay {
  /** First and last day, as `2026-04-01`. */
  from: string
  until: string
  /** Under it, neither publicity nor competition is asked (R2122-8). */
  withoutPublicity: { works: number; supplies: number }
  /** The documents stand on the profile (R2132-2). */
  documents: number
  /** BOAMP or a journal of legal notices (R2131-12). */
  boamp: number
  /** Formal procedure, BOAMP and JOUE (annexe 2 of the code). */
  formal: { works: number; local: number; etat: number }
  /** Essential data (R2196-1). */
  decp: number
}

const COMMON = { boamp: 90_000, decp: 40_000 }
const EUROPEAN = {
  of2020: { works: 5_350_000, local: 214_000, etat: 139_000 },
  of2022: { works: 5_382_000, local: 215_000, etat: 140_000 },
  of2024: { works: 5_538_000, local: 221_000, etat: 143_000 },
  // Règlements délégués (UE) 2025/2150 à 2152.
  of2026: { works: 5_404_000, local: 216_000, etat: 140_000 },
}
const SMALL = {
  // Décret 2019-1344, then 2020-893 (works), then loi ASAP, article 142 (works, kept since).
  of2020: { withoutPublicity: { works: 40_000, supplies: 40_000 }, documents: 40_000 },
  ofJuly2020: { withoutPublicity: { works: 70_000, supplies: 40_000 }, documents: 40_000 },
  ofAsap: { withoutPublicity: { works: 100_000, supplies: 40_000 }, documents: 40_000 },
  // Décret 2025-1386: works without end since 1 January 2026, supplies and services from 1 April.
  ofApril2026: { withoutPublicity: { works: 100_000, supplies: 60_000 }, documents: 60_000 },
}

/** A line a period: what applies is what applied on the day on which the tender was launched. */
export const THRESHOLDS: ThresholdsOfADay[] = [
  { from: '2020-01-01', until: '2020-07-23', ...COMMON, ...SMALL.of2020, formal: EUROPEAN.of2020 },
  {
    from: '2020-07-24',
    until: '2020-12-07',
    ...COMMON,
    ...SMALL.ofJuly2020,
    formal: EUROPEAN.of2020,
  },
  { from: '2020-12-08', until: '2021-12-31', ...COMMON, ...SMALL.ofAsap, formal: EUROPEAN.of2020 },
  { from: '2022-01-01', until: '2023-12-31', ...COMMON, ...SMALL.ofAsap, formal: EUROPEAN.of2022 },
  { from: '2024-01-01', until: '2025-12-31', ...COMMON, ...SMALL.ofAsap, formal: EUROPEAN.of2024 },
  { from: '2026-01-01', until: '2026-03-31', ...COMMON, ...SMALL.ofAsap, formal: EUROPEAN.of2026 },
  {
    from: '2026-04-01',
    until: '2027-12-31',
    ...COMMON,
    ...SMALL.ofApril2026,
    formal: EUROPEAN.of2026,
  },
]
