import { tenants } from '#kernel/tenant'
import type { Meaning } from '#lib/meaning'
import type { LocalDate } from '#lib/values'
import { foreseen, knownPacks, type Foreseen, type KnownPack } from '../operator/coming_packs.js'
import { halfYears, saidRates } from '../operator/ecb_rates.js'
import { rateWords } from '../readable/words.js'
import { shownDay } from '../readable/shown_day.js'

/** The packs of rules and the rates of the ECB, as the operator reads them. */
export async function operatorScreen() {
  const rates = await saidRates()
  const wanted = halfYears()
  const isSaid = (half: LocalDate) => rates.some(({ from }) => from.equals(half))
  return {
    packs: await packsShown(),
    rates: rates.map(({ from, rate, saidAt }) => ({
      half: capital(halfWords(from)),
      rate: rateWords(rate.trimmed().toString()),
      saidAt,
    })),
    missing: isSaid(wanted[0]) ? null : halfWords(wanted[0]),
    halves: wanted.map((half) => ({ value: half.toString(), label: capital(halfWords(half)) })),
  }
}

/** « second semestre 2026 ». */
const halfWords = (half: LocalDate): string =>
  `${half.toString().endsWith('-01-01') ? 'premier' : 'second'} semestre ${half.year}`

const capital = (words: string) => words.slice(0, 1).toUpperCase() + words.slice(1)

async function packsShown() {
  const names = new Map((await tenants.all()).map(({ id, name }) => [id, name]))
  const packs = []
  for (const pack of knownPacks())
    packs.push({
      ...pack,
      from: shownDay(pack.from),
      state: stateOf(pack),
      foreseen: pack.isComing ? inWords(await foreseen(pack.version, names)) : null,
    })
  return packs
}

const stateOf = ({ isComing }: KnownPack): { label: string; meaning: Meaning } =>
  isComing ? { label: 'À venir', meaning: 'waiting' } : { label: 'S’applique', meaning: 'done' }

const VERDICTS: Record<string, { label: string; meaning: Meaning }> = {
  valid: { label: 'Conforme', meaning: 'done' },
  invalid: { label: 'Non conforme', meaning: 'trouble' },
  unreadable: { label: 'Illisible', meaning: 'trouble' },
}

const inWords = ({ judged, changing, changed }: Foreseen) => ({
  judged,
  changing,
  changed: changed.map((one) => ({
    ...one,
    now: VERDICTS[one.now]?.label ?? one.now,
    then: VERDICTS[one.then] ?? { label: one.then, meaning: 'plain' },
  })),
})
