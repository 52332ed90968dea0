import { DECP_FORMS } from './candidature.js'
import type { ToldCandidature } from './told_candidature.js'

/** What the essential data say of who holds the marché: the mandataire first. */
export function holdersOf(told: ToldCandidature | null, siret: string) {
  const isGroup = told !== null && told.members.length > 1 && told.members[0].siret === siret
  return {
    groupForm: isGroup ? DECP_FORMS[told.form] : DECP_FORMS.alone,
    holderSirets: isGroup ? told.members.map((one) => one.siret) : [siret],
    hasSousTraitants: (told?.sousTraitants.length ?? 0) > 0,
  }
}

/** Companies that stand in several candidatures, by their SIREN (R2142-21): name -> how often. */
export function seenTwice(
  candidatures: { siret: string; company: string; told: ToldCandidature | null }[]
) {
  const seen = new Map<string, { name: string; times: number }>()
  for (const { siret, company, told } of candidatures) {
    const all = told?.members ?? [{ siret, name: company }]
    const sirens = new Map(all.map((one) => [one.siret.slice(0, 9), one.name]))
    for (const [siren, name] of sirens) {
      const known = seen.get(siren)
      seen.set(siren, { name: known?.name ?? name, times: (known?.times ?? 0) + 1 })
    }
  }
  return [...seen.values()].filter(({ times }) => times > 1)
}
