import { parseNumber } from '../rules/french_number.js'
import type { Indicator, IndicatorValue, Nature } from '../rules/indicator.js'
import { parsePeriod } from '../rules/period.js'
import { parseTarget } from '../rules/target.js'

/** An indicator as reviewed text: figures are kept as the document writes them. */
export interface IndicatorFile {
  code: string
  titre: string
  mention: string
  unite: string
  nature: Nature
  depart: { valeur: string; du: string; au: string } | null
  cible: string | null
  annee_cible: number | null
}

/** Reads an indicator; throws RangeError when a figure or a target cannot be read. */
export function parseIndicatorFile(file: IndicatorFile): Indicator {
  const target = file.cible === null ? null : parseTarget(file.cible)
  if (file.cible !== null && !target) throw new RangeError(`Unreadable target « ${file.cible} »`)
  return {
    id: file.code,
    title: file.titre,
    unit: file.unite,
    nature: file.nature,
    precision: 0,
    wording: file.mention,
    target,
    targetYear: file.annee_cible,
    values: file.depart ? [baselineFrom(file.depart)] : [],
  }
}

function baselineFrom({ valeur, du, au }: { valeur: string; du: string; au: string }) {
  const value = parseNumber(valeur)
  if (value === null) throw new RangeError(`Unreadable figure « ${valeur} »`)
  const baseline: IndicatorValue = {
    kind: 'baseline',
    value,
    period: parsePeriod(du, au),
    source: 'Document d’origine',
    comment: null,
  }
  return baseline
}
