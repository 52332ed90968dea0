import { test } from '@japa/runner'
import { askedFields, unnamedFields } from './support/asked_fields.js'
import { foreignWords, misnamedProvisions, misnamedScreens } from './support/dialect.js'
import { rule } from './support/rule.js'
import { house, planted } from './support/tree.js'

const BREACHES = {
  'app/mairie/models/vote.ts': [
    `static async require(id: string) {}`,
    `static lockedIn(id: string) {}`,
    `get subject() {}`,
    `tenancy.trx('A vote')`,
  ].join('\n'),
  'app/mairie/votes_controller.ts': 'await Vote.query().firstOrFail()',
  'app/mairie/people.ts': 'async function namesOf(ids: string[]) {}',
  'app/mairie/who.ts': '(await tenants.byId(tenancy.tenantId()))!',
  'app/mairie/list.ts': `const after = request.input('apres')\nconst UUID = /^[0-9a-f]{8}-/`,
  'app/mairie/cache.ts': 'if (kept.size > 5) kept.clear()',
  'app/mairie/formats/feed.ts': 'xmlns="http://www.w3.org/2005/Atom"',
  'app/mairie/formats/csv.ts': `text.replaceAll('"', '""')`,
  'app/mairie/font.ts': `readFileSync('a.woff')`,
  'app/mairie/wait.ts': 'const PATIENCE_MS = 2',
  'resources/views/mairie/vote.edge': `<th>Sorte</th>\n<p>Remplissez ce champ.</p>`,
  'resources/views/mairie/edit.edge': [
    `@!component('components/field/text', {`,
    `  name: 'urne',`,
    `})`,
    `@!component('components/field/text', {`,
    `  name: 'scrutin',`,
    `  required: false,`,
    `})`,
    `@!component('components/field/select', {`,
    `  name: 'roles[]',`,
    `})`,
  ].join('\n'),
  'app/mairie/screens/vote_list.ts': '',
  'app/mairie/provisioning/votes.ts': '',
}

test.group('One dialect', () => {
  rule('all rooms say the same things with the same words', {
    house: () => foreignWords(house),
    planted: () => planted(BREACHES, foreignWords),
    catches: [
      /vote\.ts:1: Model\.get/,
      /vote\.ts:2: Model\.get/,
      /vote\.ts:3: thing\.ref/,
      /vote\.ts:4: tenancy\.trx/,
      /votes_controller\.ts:1: Model\.get/,
      /people\.ts:1: people\.names/,
      /who\.ts:1: tenants\.current/,
      /list\.ts:1: cursorOf/,
      /list\.ts:2: isUuid/,
      /cache\.ts:1: remember/,
      /feed\.ts:1: #lib\/feed/,
      /csv\.ts:1: #lib\/sheets/,
      /font\.ts:1: pdfFont/,
      /wait\.ts:1: name a wait/,
      /vote\.edge:1: « Type »/,
      /vote\.edge:2: .*name what is missing/,
    ],
  })

  rule('what may not be left empty is asked for by its name', {
    house: () => unnamedFields(house),
    planted: () => planted(BREACHES, unnamedFields),
    catches: [/edit\.edge: « urne »/],
  })

  test('what may be left empty is not asked for', ({ assert }) => {
    assert.deepEqual(askedFields(BREACHES['resources/views/mairie/edit.edge']), ['urne', 'roles'])
  })

  rule('a screen is found by its name', {
    house: () => misnamedScreens(house),
    planted: () => planted(BREACHES, misnamedScreens),
    catches: [/vote_list\.ts/],
  })

  rule('what a new member is given stands in one file', {
    house: () => misnamedProvisions(house),
    planted: () => planted(BREACHES, misnamedProvisions),
    catches: [/provisioning\/votes\.ts/],
  })
})
