import type { EvaluationKey } from './evaluation_key.js'
import type { ProjectStep } from './project_steps.js'

interface Situation {
  key: EvaluationKey
  step: ProjectStep
  /** The current year. */
  year: number
  incompleteFiches: { title: string }[]
}

/** Steps in which nothing has been done yet that one could judge. */
const TOO_EARLY: ProjectStep[] = ['prerequis', 'lancement', 'diagnostic', 'formalisation']

/** Why an evaluation cannot be frozen for good yet, each in a sentence that says what to do. */
export function beforeFreezing({ key, step, year, incompleteFiches }: Situation): string[] {
  return [
    TOO_EARLY.includes(step) &&
      'Le projet n’est pas encore mis en œuvre : franchissez d’abord les étapes qui l’en séparent.',
    key.scope === 'annual' &&
      key.year >= year &&
      `L’année ${key.year} n’est pas finie : ses chiffres peuvent encore changer. Arrêtez l’évaluation à partir du 1er janvier ${key.year + 1}.`,
    ...incompleteFiches.map(
      ({ title }) => `Complétez la fiche « ${title} », ou retirez-la du projet.`
    ),
  ].filter((reason) => typeof reason === 'string')
}
