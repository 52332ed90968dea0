import { type SheetDraft, type SheetFile, parseSheetFile } from '#app/territory/formats/sheet_file'
import { type EvaluationReport, buildEvaluation } from '#app/territory/formats/evaluation_report'
import type { Fonts } from '#lib/paper/paper'
import type { Sheet } from '#app/territory/rules/sheet'
import type { IndicatorValue } from '#app/territory/rules/indicator'
import { calendarYear } from '#app/territory/rules/period'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..', '..')
const files = createRequire(import.meta.url)

/** A reviewed file of the demo territory. */
export function territoryFile<T>(name: string): T {
  return JSON.parse(readFileSync(join(root, 'tenants/demo/territory', name), 'utf8')) as T
}

export function sheet(name: 'poursuivre_la_mise_en_ligne' | 'guichetnumerik'): SheetDraft {
  return parseSheetFile(territoryFile<SheetFile>(`${name}.json`))
}

export function yearly(value: number, year: number): IndicatorValue {
  return { kind: 'result', value, period: calendarYear(year), source: 'Essai', comment: null }
}

/** The province's sheet with three years of values, piloted. */
export function followedFiche(): Sheet {
  const draft = sheet('poursuivre_la_mise_en_ligne')
  const [demarches, visits, done, sites] = draft.indicators
  demarches.values.push(yearly(21, 2018), yearly(22, 2019), yearly(25, 2020))
  visits.values.push(yearly(47_100, 2018), yearly(48_900, 2019), yearly(55_200, 2020))
  done.values.push(yearly(6650, 2018), yearly(7040, 2019))
  sites.values.push(yearly(3, 2019))
  return {
    ...draft,
    id: 'poursuivre',
    number: '1.1',
    statut: 'en_cours',
    pilots: ['Maëlle Le Goff'],
  }
}

export function report(year = 2020): EvaluationReport {
  const card = {
    ...sheet('guichetnumerik'),
    id: 'guichet',
    number: '2.1',
    pilots: ['Nolwenn Riou'],
  }
  return buildEvaluation({
    year,
    scope: 'annual',
    territory: 'Communauté de communes du Pays de Landréval',
    project: 'Projet numérique de territoire 2024-2026',
    presentation: ['Deux axes, deux actions.'],
    step: 'Mise en œuvre',
    preparedBy: 'Nolwenn Riou',
    preparedOn: '2021-01-15',
    frozenOn: '2021-02-01',
    recommendations: [
      { text: 'Mesurer l’impact carbone.', to: 'DSI', due: '2021-12-31', state: 'À faire' },
    ],
    axes: [
      { number: 1, title: 'Mettre les démarches à la portée de tous', fiches: [followedFiche()] },
      {
        number: 2,
        title: 'Un guichet numérique',
        fiches: [{ ...card, statut: 'realise' }],
      },
    ],
  })
}

export function fonts(): Fonts {
  const face = (weight: number) =>
    readFileSync(
      files.resolve(
        `@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-${weight}-normal.woff`
      )
    )
  return { regular: face(400), bold: face(700) }
}
