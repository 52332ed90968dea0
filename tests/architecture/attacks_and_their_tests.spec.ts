import { test } from '@japa/runner'
import { rule } from './support/rule.js'
import { house, planted, type Tree } from './support/tree.js'

const SHEET = 'docs/security.md'
const FILE = /`([a-z_]+)`/g
const TITLE = /« ([^»]+) »/g

/** The lines of the tables of attacks: what is tried, and the cell that names the tests. */
function attacksIn(tree: Tree): { attack: string; tests: string }[] {
  return tree
    .read(SHEET)
    .split(/^#{2,3} .*$/m)
    .filter((section) => section.includes('| attaque |'))
    .flatMap((section) => section.split('\n').filter((line) => /^\| (?!attaque)[^-]/.test(line)))
    .map((line) => {
      const cells = line.split('|')
      return { attack: cells[1].trim(), tests: cells.at(-2)!.trim() }
    })
}

/** Attacks whose cell names no test, or one that is nowhere. */
function unproven(tree: Tree): string[] {
  const specs = tree.files.filter((file) => file.endsWith('.spec.ts'))
  return attacksIn(tree).flatMap(({ attack, tests }) => {
    const named = [...tests.matchAll(FILE)].map(([, name]) =>
      specs.find((file) => file.endsWith(`/${name}.spec.ts`))
    )
    if (named.length === 0 || named.includes(undefined)) return [`${attack}: no such file of tests`]
    const texts = named.map((file) => tree.read(file!))
    return [...tests.matchAll(TITLE)]
      .filter(([, title]) => !texts.some((text) => text.includes(title)))
      .map(([, title]) => `${attack}: no test « ${title} »`)
  })
}

const PLANTED = {
  [SHEET]: `## Portes
| attaque | ce qui l’arrête | essai |
|---|---|---|
| rejeu | rien | \`coming_in\` « serves once » |
| fixation | rien | \`coming_in\` « another » |
| devinette | rien | \`nowhere\` « five tries » |
| oubli | rien | à écrire |
`,
  'tests/identity/coming_in.spec.ts': `test('a code serves once')`,
}

test.group('The attack sheet', () => {
  rule('each attack of docs/security.md names tests that are there', {
    house: () => unproven(house),
    planted: () => planted(PLANTED, unproven),
    catches: [/^fixation: no test/, /^devinette: no such file/, /^oubli: no such file/],
  })
})
