import { test } from '@japa/runner'
import { auditLicences, isWelcome } from '../../bin/setup/licences.mjs'
import { rule } from './support/rule.js'
import { house, planted } from './support/tree.js'

const PLANTED = {
  'package-lock.json': JSON.stringify({
    packages: {
      '': {},
      'node_modules/both': {},
      'node_modules/silent': {},
      'node_modules/absent': {},
      'node_modules/elsewhere': { optional: true },
      'node_modules/tool': { dev: true },
    },
  }),
  'node_modules/both/package.json':
    '{"name":"both","version":"1.0.0","license":"MIT AND GPL-3.0-only"}',
  'node_modules/silent/package.json': '{"name":"silent","version":"2.0.0"}',
}

test.group('Licences', () => {
  rule('what we ship may live with the EUPL', {
    house: () => auditLicences(house.root).refused,
    planted: () =>
      planted(PLANTED, ({ root }) => auditLicences(root, { 'silent@1.0.0': 'MIT' }).refused),
    catches: [/^both@1\.0\.0 : MIT AND GPL/, /^silent@2\.0\.0/, /absent.* : absent de cette/],
  })

  test('an expression is read whole', ({ assert }) => {
    for (const welcome of [
      'MIT',
      '(MIT OR GPL-3.0-only)',
      '(MIT AND (ISC OR GPL-2.0-only))',
      'Apache-2.0 WITH LLVM-exception',
    ])
      assert.isTrue(isWelcome(welcome), welcome)
    for (const refused of [
      'MIT AND GPL-3.0-only',
      '(GPL-2.0-only OR AGPL-3.0-only)',
      'MIT-like',
      'MIT (non-commercial)',
      'inconnue',
    ])
      assert.isFalse(isWelcome(refused), refused)
  })
})
