import { test } from '@japa/runner'
import { rule } from './support/rule.js'
import { house, planted, type Tree } from './support/tree.js'

/** The sheets, and the word at the head of their tables. */
const SHEETS = { 'docs/security.md': 'attaque', 'docs/review.md': 'constat' }
const FILE = /`([a-z0-9_/]+)`/g
const TITLE = /« ([^»]+) »/g
const NONE = /^aucun : ./

interface Line {
  told: string
  tests: string
}

/** The lines of the tables of a sheet: what is tried or was found, and the cell that names the tests. */
function linesOf(tree: Tree, sheet: string, head: string): Line[] {
  const text = tree.has(sheet) ? tree.read(sheet) : ''
  return text
    .split(/^#{2,3} .*$/m)
    .filter((section) => section.includes(`| ${head} |`))
    .flatMap((section) => section.split('\n').filter((line) => /^\| [^-]/.test(line)))
    .map((line) => line.split('|'))
    .filter(([, told]) => told.trim() !== head)
    .map((cells) => ({ told: cells[1].trim(), tests: cells.at(-2)!.trim() }))
}

/** Lines whose cell names no test, or one that is nowhere. */
function unproven(tree: Tree): string[] {
  const specs = tree.files.filter((file) => file.endsWith('.spec.ts'))
  const lines = Object.entries(SHEETS).flatMap(([sheet, head]) => linesOf(tree, sheet, head))
  return lines.flatMap(({ told, tests }) => {
    if (NONE.test(tests)) return []
    const named = [...tests.matchAll(FILE)].map(([, name]) =>
      specs.find((file) => file.endsWith(`/${name}.spec.ts`))
    )
    if (named.length === 0 || named.includes(undefined)) return [`${told}: no such file of tests`]
    const texts = named.map((file) => tree.read(file!))
    return [...tests.matchAll(TITLE)]
      .filter(([, title]) => !texts.some((text) => text.includes(title)))
      .map(([, title]) => `${told}: no test « ${title} »`)
  })
}

/** What each sheet of the review counts: none of its findings is forgotten. */
const FOUND: Record<string, string[]> = {
  'breaking.md': [...upTo('C', 2), ...upTo('H', 7), ...upTo('M', 8), ...upTo('L', 7)],
  'foreign-files.md': upTo('', 24),
  'structure.md': ['A', 'B', 'C', 'D'],
  'screens.md': upTo('', 22),
  'roads.md': upTo('F', 30),
  'operations.md': upTo('', 20),
  'exigence': upTo('', 19),
}

function upTo(letter: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${letter}${index + 1}`)
}

/** Findings of the review that no line of our sheet answers. */
function unanswered(tree: Tree): string[] {
  const [, ...sections] = tree.read('docs/review.md').split(/^## /m)
  return Object.entries(FOUND).flatMap(([source, findings]) => {
    const section = sections.find((one) => one.split('\n')[0].includes(source)) ?? ''
    return findings
      .filter((finding) => !section.includes(`\n| ${finding}. `))
      .map((finding) => `${source}: ${finding}`)
  })
}

const PLANTED = {
  'docs/security.md': `## Portes
| attaque | ce qui l’arrête | essai |
|---|---|---|
| rejeu | rien | \`coming_in\` « serves once » |
| fixation | rien | \`coming_in\` « another » |
| devinette | rien | \`nowhere\` « five tries » |
| oubli | rien | à écrire |
`,
  'docs/review.md': `## breaking.md
| constat | essai |
|---|---|
| C1. une page | \`coming_in\` « serves twice » |
| C2. une base | aucun : l’essai demande une machine |
`,
  'tests/identity/coming_in.spec.ts': `test('a code serves once')`,
}

test.group('The attack sheet', () => {
  rule(
    'each attack of docs/security.md, each finding of docs/review.md names tests that are there',
    {
      house: () => unproven(house),
      planted: () => planted(PLANTED, unproven),
      catches: [
        /^fixation: no test/,
        /^devinette: no such file/,
        /^oubli: no such file/,
        /^C1. une page: no test « serves twice »/,
      ],
    }
  )

  rule('each finding of the review has its line in docs/review.md', {
    house: () => unanswered(house),
    planted: () => planted(PLANTED, unanswered),
    catches: [/^breaking.md: M1$/, /^roads.md: F30$/],
  })
})
