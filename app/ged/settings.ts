import { settingsOf, type Setting } from '#kernel/settings'
import type { Tenant } from '#kernel/tenant'
import { synonymsOf, USUAL_SYNONYMS, type Synonyms } from '#lib/french/search/synonyms'

export const settings = {
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
