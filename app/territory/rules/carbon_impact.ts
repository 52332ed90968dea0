import { formatNumber } from './french_number.js'

/** Three answers, so that « non mesuré » is never read as zero. */
export type CarbonImpact = { state: 'non_mesure' } | { state: 'estime' | 'mesure'; kgCo2e: number }

/** « Non mesuré », « 1 200 kg CO₂e (estimation) », « 1 200 kg CO₂e ». */
export function carbonLabel(impact: CarbonImpact): string {
  if (impact.state === 'non_mesure') return 'Non mesuré'
  const figure = `${formatNumber(impact.kgCo2e)} kg CO2e par an`
  return impact.state === 'estime' ? `${figure} (estimation)` : figure
}
