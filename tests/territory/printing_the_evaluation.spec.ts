import { renderEvaluation } from '#app/territory/formats/pdf/evaluation_pdf'
import { renderFiche } from '#app/territory/formats/pdf/fiche_pdf'
import { valuesHeight } from '#app/territory/formats/pdf/values_table'
import { sinceLast } from '#app/territory/formats/since_last'
import { FICHE_SECTIONS, SECTION_CODES, sectionItems } from '#app/territory/rules/fiche_sections'
import { hasTool, run } from '#tests/helpers/tools'
import { followedFiche, fonts, report } from '#tests/territory/helpers/sheets'
import { test } from '@japa/runner'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const style = { accent: '#2f5d50', fonts: fonts() }
const evaluation = await renderEvaluation(report(), style)
const ficheSheet = await renderFiche(followedFiche(), {
  ...style,
  territory: 'Pays de Landréval',
  axe: 'Axe 1',
  date: '2026-11-22',
})

const folder = mkdtempSync(join(tmpdir(), 'territory-'))
const onDisk = (name: string, bytes: Buffer) => {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}
const evaluationPath = onDisk('evaluation.pdf', evaluation)
const fichePath = onDisk('fiche.pdf', ficheSheet)

const squeeze = (text: string) => text.replace(/[\s\u00a0\u202f]+/g, ' ').replaceAll("'", '’')
const textOf = (path: string) => squeeze(run('pdftotext', ['-layout', path, '-']).output)
/** Words in reading order, free of line breaks inside a cell or a hyphen. */
const flat = (text: string) => squeeze(text).replace(/[^\p{L}\p{N}]/gu, '')

test.group('the annual evaluation', () => {
  test('is the same file, byte for byte, when its content is the same', async ({ assert }) => {
    assert.isTrue(evaluation.equals(await renderEvaluation(report(), style)))
    assert.isFalse(evaluation.equals(await renderEvaluation(report(2019), style)))
  })

  test('is sound for qpdf', ({ assert }) => {
    const { status, output } = run('qpdf', ['--check', evaluationPath])
    assert.equal(status, 0, output)
  }).skip(!hasTool('qpdf'), 'qpdf is not installed')

  test('is tagged, titled and in French', ({ assert }) => {
    const { output } = run('pdfinfo', [evaluationPath])
    assert.match(output, /Tagged:\s+yes/)
    assert.match(output, /Title:\s+Évaluation annuelle 2020/)
    assert.include(evaluation.toString('latin1'), '/Lang (fr-FR)')
    const { output: structure } = run('pdfinfo', ['-struct', evaluationPath])
    for (const tag of ['H1', 'H2', 'H3', 'Table', 'TH', 'TD', 'LBody', 'Figure']) {
      assert.match(structure, new RegExp(`\\b${tag}\\b`))
    }
  }).skip(!hasTool('pdfinfo'), 'pdfinfo is not installed')

  test('embeds its fonts', ({ assert }) => {
    const lines = run('pdffonts', [evaluationPath]).output.trim().split('\n').slice(2)
    assert.isNotEmpty(lines)
    for (const line of lines) assert.match(line, /Atkinson.*\byes\s+yes\s+yes\b/)
  }).skip(!hasTool('pdffonts'), 'pdffonts is not installed')

  test('tells every indicator, its verdict and its estimate, and every recommendation', ({
    assert,
  }) => {
    const text = textOf(evaluationPath)
    for (const told of [
      'Cible atteinte',
      'Suivi sans cible',
      '46 800 (estimation)',
      'Plus de 4000 demandes citoyennes',
      'Mesurer l’impact carbone.',
      'Non mesuré',
      'Arrêtée le 1er février 2021',
    ]) {
      assert.include(text, told)
    }
  }).skip(!hasTool('pdftotext'), 'pdftotext is not installed')
})

test.group('the pages of the annual evaluation', () => {
  const pages = Number(/Pages:\s+(\d+)/.exec(run('pdfinfo', [evaluationPath]).output)?.[1])
  const page = (number: number) =>
    squeeze(
      run('pdftotext', ['-layout', '-f', `${number}`, '-l', `${number}`, evaluationPath, '-'])
        .output
    )

  test('are few, and none but the last ends half empty', ({ assert }) => {
    assert.isAtMost(pages, 7)
    for (let number = 2; number < pages; number++) {
      const { output } = run('pdftotext', [
        '-bbox',
        '-f',
        `${number}`,
        '-l',
        `${number}`,
        evaluationPath,
        '-',
      ])
      const feet = [...output.matchAll(/yMax="([\d.]+)"/g)]
        .map(([, y]) => Number(y))
        .filter((y) => y < 780)
      assert.isAbove(Math.max(...feet), 480, `page ${number}`)
    }
  }).skip(!hasTool('pdftotext'), 'pdftotext is not installed')

  test('are named in the contents by their true numbers', ({ assert }) => {
    const named = [...page(2).matchAll(/(Axe \d\. [\p{L} ’]+?|Recommandations) (\d+)(?= )/gu)]
    assert.isAtLeast(named.length, 3)
    for (const [, title, number] of named) assert.include(page(Number(number)), title)
  }).skip(!hasTool('pdftotext'), 'pdftotext is not installed')

  test('tell what changed since the last frozen evaluation', async ({ assert }) => {
    const last = report(2019)
    const { axes } = report(2020)
    const { year, changes } = sinceLast(last, axes)
    assert.equal(year, 2019)
    assert.isNotEmpty(changes)
    assert.isTrue(changes.every(({ before, now }) => before !== now))
    assert.isEmpty(sinceLast(report(2020), axes).changes)
    const file = onDisk(
      'since.pdf',
      await renderEvaluation({ ...report(), since: { year, changes } }, style)
    )
    assert.include(textOf(file), 'Depuis l’évaluation 2019')
  }).skip(!hasTool('pdftotext'), 'pdftotext is not installed')
})

test.group('the figures of an indicator', () => {
  const YEARS = Array.from({ length: 9 }, (_, index) => String(2017 + index))
  const points = ['janvier à octobre 2017', ...YEARS].map((period) => ({
    ...{ period, year: Number(period.slice(-4)), value: 58_300, label: '58\u202f300' },
    ...{ kind: 'result' as const, source: '' },
  }))
  const data = { title: 'Visites', unit: 'visites', precision: 0, points, target: null }

  test('of ten periods stand on two lines, and leave room for another indicator', ({ assert }) => {
    assert.isAtMost(valuesHeight(data, 475), 150)
    assert.isAbove(valuesHeight(data, 475), valuesHeight({ ...data, points: points.slice(1) }, 700))
  })
})

test.group('the action sheet', () => {
  test('never leaves the sources of an indicator alone on the next page', ({ assert }) => {
    const { output } = run('pdftotext', ['-layout', fichePath, '-'])
    for (const page of output.split('\f')) assert.notMatch(page, /^\s*Sources/)
  }).skip(!hasTool('pdftotext'), 'pdftotext is not installed')

  test('prints every filled section, whole', ({ assert }) => {
    const fiche = followedFiche()
    const text = flat(
      textOf(fichePath).replaceAll(/Pays de Landréval · Fiche action 1.1 \d+ \/ \d+/g, '')
    )
    for (const code of SECTION_CODES) {
      for (const item of sectionItems(code, fiche.sections[code] ?? '')) {
        assert.include(text, flat(item), FICHE_SECTIONS[code].title)
      }
    }
    for (const { text: etape } of fiche.etapes) assert.include(text, flat(etape))
    assert.include(text, flat('30 novembre 2026'))
  }).skip(!hasTool('pdftotext'), 'pdftotext is not installed')
})
