import { test } from '@japa/runner'
import { rule } from './support/rule.js'
import { house, planted, type Tree } from './support/tree.js'

interface Locked {
  version?: string
  resolved?: string
  integrity?: string
  dev?: boolean
  link?: boolean
  hasInstallScript?: boolean
}

type Wanted = Record<'dependencies' | 'devDependencies' | 'optionalDependencies', Names | undefined>
type Names = Record<string, string>

const EXACT = /^\d+\.\d+\.\d+(-[\w.]+)?$/
const REGISTRY = 'https://registry.npmjs.org/'

const wantedIn = (tree: Tree): Wanted => JSON.parse(tree.read('package.json'))
const lockedIn = (tree: Tree): [string, Locked][] =>
  Object.entries<Locked>(JSON.parse(tree.read('package-lock.json')).packages).filter(([at]) => at)
const nameOf = (at: string) => at.slice(at.lastIndexOf('node_modules/') + 'node_modules/'.length)

/** A range would let another version in the day its author publishes it. */
function loose(tree: Tree): string[] {
  const { dependencies, devDependencies, optionalDependencies } = wantedIn(tree)
  const all = { ...dependencies, ...devDependencies, ...optionalDependencies }
  return Object.entries(all)
    .filter(([, version]) => !EXACT.test(version))
    .map(([name, version]) => `${name}: ${version}`)
}

/** What is installed is what was read: its digest is known, and it comes from one place. */
function unsealed(tree: Tree): string[] {
  return lockedIn(tree)
    .filter(([, { link }]) => !link)
    .filter(([, { integrity, resolved }]) => {
      return !integrity?.startsWith('sha512-') || (resolved && !resolved.startsWith(REGISTRY))
    })
    .map(([at]) => nameOf(at))
}

/** Young, unfinished, or running something when it is installed: whoever operates it must know. */
function unsaid(tree: Tree): string[] {
  const [, section = ''] = tree.read('docs/security.md').split('### À surveiller')
  const said = section.split('\n## ')[0]
  const { dependencies = {}, optionalDependencies = {} } = wantedIn(tree)
  const direct = { ...dependencies, ...optionalDependencies }
  return lockedIn(tree)
    .filter(([, { dev }]) => !dev)
    .filter(([at, { version = '', hasInstallScript }]) => {
      const isYoung = version.startsWith('0.') && at === `node_modules/${nameOf(at)}`
      return (isYoung && nameOf(at) in direct) || version.includes('-') || hasInstallScript
    })
    .map(([at]) => nameOf(at))
    .filter((name) => !said.includes(`\`${name}\``))
}

const PLANTED = {
  'package.json': JSON.stringify({ dependencies: { young: '0.4.2', loose: '^1.0.0' } }),
  'package-lock.json': JSON.stringify({
    packages: {
      '': {},
      'node_modules/young': { version: '0.4.2', integrity: 'sha512-x' },
      'node_modules/loose': { version: '1.0.0', integrity: 'sha1-x' },
      'node_modules/elsewhere': {
        version: '1.0.0',
        integrity: 'sha512-x',
        resolved: 'https://attaquant.example/x.tgz',
      },
      'node_modules/a/node_modules/runs': {
        version: '1.0.0',
        integrity: 'sha512-x',
        hasInstallScript: true,
      },
      'node_modules/beta': { version: '1.0.0-beta.1', integrity: 'sha512-x' },
      'node_modules/known': { version: '1.0.0-beta.1', integrity: 'sha512-x' },
      'node_modules/tool': { version: '0.1.0-beta', integrity: 'sha512-x', dev: true },
    },
  }),
  'docs/security.md': '### À surveiller\n- `known` : bêta.\n\n## Ensuite\n`beta`\n',
}

test.group('What we depend on', () => {
  rule('each package that we name has one exact version', {
    house: () => loose(house),
    planted: () => planted(PLANTED, loose),
    catches: [/^loose: \^1/],
  })

  rule('each package of the lock has its digest, and comes from the registry', {
    house: () => unsealed(house),
    planted: () => planted(PLANTED, unsealed),
    catches: [/^loose$/, /^elsewhere$/],
  })

  rule('each that is young, unfinished or runs at its installation is told in docs/security.md', {
    house: () => unsaid(house),
    planted: () => planted(PLANTED, unsaid),
    catches: [/^young$/, /^runs$/, /^beta$/],
  })

  test('what is told and known is not told again', async ({ assert }) => {
    const said = await planted(PLANTED, unsaid)
    assert.notIncludeMembers(said, ['known'])
    assert.notIncludeMembers(said, ['tool'])
  })
})
