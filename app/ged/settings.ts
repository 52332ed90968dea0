import { settingsOf, type Setting } from '#kernel/settings'
import type { Tenant } from '#kernel/tenant'
import { synonymsOf, USUAL_SYNONYMS, type Synonyms } from '#lib/french/search/synonyms'

/** For how long an arrival may be told, in days. */
const ARRIVAL_CHOICES = [
  { value: '90', label: 'Trois mois' },
  { value: '365', label: 'Un an' },
  { value: '1095', label: 'Trois ans' },
]

export const settings = {
  arrivalDays: {
    default: '365',
    label: 'Garder la liste de ce qui est venu',
    help: 'Le nom de chaque courriel et de chaque numérisation, à la page de son arrivée. Les documents rangés restent.',
    kind: 'choice',
    options: () => ARRIVAL_CHOICES,
  },
  synonyms: {
    default: [] as string[],
    label: 'Mots qui veulent dire la même chose',
    help: 'Une ligne pour chaque chose : « PLU = plan local d’urbanisme ». Les sigles courants sont déjà connus.',
    kind: 'lines',
    check: (text) =>
      /[^=\s][^=]*=[^=]*\S/.test(text)
        ? null
        : `« ${text} » n’a qu’un nom : écrivez « PLU = plan local d’urbanisme ».`,
  },
} satisfies Record<string, Setting>

/** What has several names for a collectivite: those of the house, and its own. */
export function synonymsFor(tenant: Tenant): Synonyms[] {
  const { synonyms } = settingsOf({ name: 'ged', settings }, tenant)
  const own = synonymsOf((synonyms ?? []) as string[])
  return own.length > 0 ? [...own, ...USUAL_SYNONYMS] : USUAL_SYNONYMS
}

/** For how many days what came is told to a collectivite. */
export function arrivalDaysOf(tenant: Tenant): number {
  const { arrivalDays } = settingsOf({ name: 'ged', settings }, tenant)
  const isKnown = ARRIVAL_CHOICES.some(({ value }) => value === arrivalDays)
  return Number(isKnown ? arrivalDays : settings.arrivalDays.default)
}
