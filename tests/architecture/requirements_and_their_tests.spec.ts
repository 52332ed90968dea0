import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { sharedData } from '#tests/helpers/shared_data'
import { rule } from './support/rule.js'
import { house, planted, type Tree } from './support/tree.js'

/** What a profil d’acheteur must do (arrêté du 22 mars 2019, annexe 7 of the code): how many of each. */
const COUNTS = { ACH: 10, OE: 11, SEC: 3, TECH: 7, AR: 5, REF: 4 }
const REQUIREMENTS = Object.entries(COUNTS).flatMap(([family, count]) =>
  Array.from({ length: count }, (_, index) => `${family}-${String(index + 1).padStart(2, '0')}`)
)

/** The requirements that a test begins its name with, as `test('ACH-01: …')`, in its order. */
const namesIn = (text: string): string[] =>
  [...text.matchAll(/^ *test\(\s*['"`]([A-Z]{2,4}-\d\d): ./gm)].map(([, name]) => name)

/** Requirements that no test is named by, and those that two are. */
function unnamed(tree: Tree): string[] {
  const found = tree.files
    .filter((file) => file.endsWith('.spec.ts'))
    .flatMap((file) => namesIn(tree.read(file)))
  return [
    ...REQUIREMENTS.filter((one) => !found.includes(one)).map((one) => `${one}: no test`),
    ...found.filter((one, at) => found.indexOf(one) !== at).map((one) => `${one}: two tests`),
    ...found.filter((one) => !REQUIREMENTS.includes(one)).map((one) => `${one}: no requirement`),
  ]
}

const PLANTED = {
  'tests/buyers.spec.ts': REQUIREMENTS.filter((one) => one !== 'SEC-01')
    .map((one) => `  test('${one}: holds', () => {})`)
    .join('\n'),
  'tests/other.spec.ts': `test('TECH-02: again', () => {})\ntest('ACH-11: holds', () => {})\ntest('not SEC-01: said', () => {})`,
}

test.group('The requirements of the arrêté', () => {
  rule('are each the name of a test', {
    house: () => unnamed(house),
    planted: () => planted(PLANTED, unnamed),
    catches: [/^SEC-01: no test$/, /^TECH-02: two tests$/, /^ACH-11: no requirement$/],
  })

  const LIST = sharedData('procurement', 'legal', 'profil_acheteur_arrete_22_mars_2019.md')
  test('are those of its text', ({ assert }) => {
    const said = readFileSync(LIST!, 'utf8').match(/\b(?:ACH|OE|SEC|TECH|AR|REF)-\d\d\b/g)
    assert.sameMembers([...new Set(said)], REQUIREMENTS)
  }).skip(!LIST, 'the text of the arrêté is not here')
})
