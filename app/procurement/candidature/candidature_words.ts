import { FORMS } from '../rules/candidature.js'
import type { OpenedCandidature } from './opened.js'

const percent = (part: string) => `${Number(part).toLocaleString('fr-FR')} %`

/** What the PV says of who answers, the mandataire first; nothing where no dossier was prepared here. */
export function candidatureWords(opened: OpenedCandidature | null): string[] {
  if (!opened) return []
  if ('problem' in opened) return [opened.problem]
  const { form, members, sousTraitants } = opened
  const named = members.map(
    ({ name, siret, part }, rank) =>
      `${rank === 0 ? 'mandataire ' : ''}${name} (${siret})${part ? `, ${percent(part)}` : ''}`
  )
  const subs = sousTraitants.map(({ name, nature }) => `${name} : ${nature}`)
  return [
    ...(members.length > 1 ? [`${FORMS[form].label} : ${named.join(' ; ')}.`] : []),
    ...(subs.length > 0 ? [`Sous-traitance déclarée : ${subs.join(' ; ')}.`] : []),
  ]
}
