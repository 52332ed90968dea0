import { test } from '@japa/runner'
import { askedFields, unnamedFields } from './support/asked_fields.js'
import { foreignWords, misnamedProvisions, misnamedScreens } from './support/dialect.js'
import { rule } from './support/rule.js'
import { frenchDatesOnScreens, idleExceptions } from './support/said_dates.js'
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

const DATES = {
  'app/mairie/screens/vote_screen.ts': [
    `import { dayAndHour, number } from '#lib/french/french'`,
    `import { since } from '#lib/french/since'`,
    `const on = vote.on.toFrench()`,
  ].join('\n'),
  'app/mairie/votes_controller.ts': `at.setLocale('fr').toFormat('d MMMM yyyy')`,
  'app/mairie/rules/words.ts': [
    `import { toTheSecond } from '#lib/french/to_the_second'`,
    `new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long' })`,
  ].join('\n'),
  'resources/views/mairie/vote.edge': `{{ vote.on.toLocaleDateString('fr') }}`,
}

const NO_DATES = {
  'app/kernel/mail.ts': `import { day } from '#lib/french/french'`,
  'app/mairie/jobs/mail.ts': `import { day } from '#lib/french/french'`,
  'app/mairie/formats/pdf/vote.ts': `vote.on.toFrench()`,
  'app/mairie/screens/vote_screen.ts': [
    `import { number, plural } from '#lib/french/french'`,
    `import { day } from '#web/dates'`,
    `const phone = PhoneNumber.parse(person.phone).toFrench()`,
    `const field = hour.toFormat('HH:mm')`,
  ].join('\n'),
  'resources/views/mairie/mails/vote.edge': `{{ vote.on.toFrench() }}`,
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

  rule('a screen says its dates in the language of who reads them', {
    house: () => frenchDatesOnScreens(house),
    planted: () => planted(DATES, frenchDatesOnScreens),
    catches: [
      /vote_screen\.ts:1: .*#web\/dates/,
      /vote_screen\.ts:2: /,
      /vote_screen\.ts:3: /,
      /votes_controller\.ts:1: /,
      /words\.ts:1: /,
      /words\.ts:2: /,
      /vote\.edge:1: /,
    ],
  })

  test('what leaves the pages, a figure and a telephone do not ask for it', async ({ assert }) => {
    assert.deepEqual(await planted(NO_DATES, frenchDatesOnScreens), [])
    assert.deepEqual(idleExceptions(house), [])
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
