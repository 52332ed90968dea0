import { costLabel } from '../rules/cost.js'
import { carbonLabel } from '../rules/carbon_impact.js'
import { etapesDone } from '../rules/etape.js'
import { fundingLabel, fundingTotals } from '../rules/funding.js'
import { IN_FRENCH } from '../rules/says_dates.js'
import type { Sheet } from '../rules/sheet.js'
import type { SectionCode } from '../rules/fiche_sections.js'

/** Sections that `factsOf` already says in a line. */
export const HEAD_SECTIONS: SectionCode[] = [
  'pilotage',
  'directions',
  'objectif_a_atteindre',
  'partenaires',
]

/** The short lines at the head of a sheet: what it is due for, what it costs, what it aims at. */
export function factsOf(fiche: Sheet, says = IN_FRENCH): [string, string][] {
  const facts: [string, string | undefined][] = [
    ['Pilotage', fiche.sections.pilotage],
    ['Directions mobilisées', fiche.sections.directions?.replaceAll('\n', ', ')],
    [
      'Échéancier',
      `${fiche.echeance ? says.echeance(fiche.echeance) : ''} ${fiche.echeance?.about ?? ''}`.trim(),
    ],
    ['Avancement', etapesDone(fiche.etapes) ?? ''],
    ['Coûts', fiche.costs.map(costLabel).join('\n')],
    [
      'Financement',
      [...fiche.funding.map(fundingLabel), ...fundingTotals(fiche.funding)].join('\n'),
    ],
    ['Objectif à atteindre', fiche.sections.objectif_a_atteindre],
    ['Impact carbone', carbonLabel(fiche.carbon)],
    ['Partenaires', fiche.sections.partenaires],
  ]
  return facts.filter((fact): fact is [string, string] => Boolean(fact[1]))
}
