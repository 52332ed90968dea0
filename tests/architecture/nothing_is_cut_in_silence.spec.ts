import { test } from '@japa/runner'
import { silentCuts } from './support/cuts.js'
import { rule } from './support/rule.js'
import { house, planted } from './support/tree.js'

/** `file -> how many`: some lines are read of more, and why that is right. */
const ALLOWED: Record<string, string> = {
  'app/actes/figures.ts -> ${MOST_RECEIPTS}': 'a median, which more receipts would not change',
  'app/actes/gateways/inbox_store.ts -> 500':
    'mails whose reading is asked again, at each turn of the job',
  'app/actes/screens/public_register_screen.ts -> 30':
    'a feed: the last actes, as feeds are read (RFC 4287)',
  'app/archiving/jobs/audit_objects.ts -> await nightlyShare()':
    'the share of a night, the longest unseen first',
  'app/console/activity/read.ts -> 20000':
    'a figure of a queue, which the page bounds for its time',
  'app/console/jobs.ts -> MOST_COUNTED': 'counts of a queue, which the page bounds for its time',
  'app/console/log_entries.ts -> MOST':
    'the last gestures of the operator, as the list is called; journals are whole',
  'app/console/member_facts.ts -> FIRST_PEOPLE': 'the page says how many they are',
  'app/ged/learning/evidence.ts -> MOST_REMEMBERED': 'a habit is told by what was done last',
  'app/ged/search/without_words.ts -> ${MOST_COUNTED}':
    'a count, which the page bounds, as that of words',
  'app/ged/searches/save_search.ts -> MOST_SAVED': 'nobody keeps one more',
  'app/invoicing/operator/coming_packs.ts -> MOST_SHOWN': 'the page says how many they are',
  'app/invoicing/paying/delays.ts -> ${MOST}':
    'the twelve months of a year, the slowest suppliers and services',
  'app/invoicing/screens/works_screen.ts -> SHOWN': 'a link leads to all of them',
  'app/kernel/jobs/dispatcher.ts -> 500': 'a turn of a job that comes again',
  'app/kernel/jobs/housekeeping.ts -> 10000': 'a turn of a job that comes again',
  'app/kernel/journal/sealing.ts -> MOST_ENTRIES': 'the rest waits for the next seal',
  'app/outsiders/likeness/twins_of.ts -> 1000':
    'those that share the most with her come first, and are proposed to an agent',
  'app/outsiders/tokens/person_token.ts -> MOST_OPEN': 'nobody opens one more',
  'app/parapheur/circuit/earlier.ts -> MOST_EARLIER': 'those before are counted',
  'app/parapheur/own/certificates.ts -> MOST':
    'the last of a person in one place: the others are expired',
  'app/procurement/availability/look.ts -> MOST':
    'a look a minute for the thirty-one days that an attestation may last',
  'app/procurement/backup/gestures.ts -> MOST_WAITED': 'nobody announces one more',
  'app/procurement/deposit/deposit_warnings.ts -> SHOWN': 'the others are counted',
  'app/procurement/questions/ask.ts -> MOST': 'nobody asks one more',
  'app/web/list/views.ts -> MOST_VIEWS': 'nobody keeps one more; what others share comes after',
  'app/web/live/missed.ts -> LOOKED_AT': 'beyond, the page looks at all that it shows',
  'app/web/messages/gather.ts -> MOST': 'a turn of a job that comes again',
  'app/web/notices/notices.ts -> 20': 'the last changes, as the page calls them',
  'app/webhooks/jobs/housekeeping.ts -> 500': 'a turn of a job that comes again',
}

const BREACHES = {
  'app/mairie/register.ts': `export const found = () => Deposit.query().orderBy('id').limit(MOST)`,
  'app/mairie/proof.ts': 'export const sql = `select * from proofs limit ${MOST}`',
  'app/mairie/told.ts': `// .limit(MOST)\nexport const page = () => Deposit.query().limit(SHOWN + 1)`,
  'app/mairie/job.ts': `export const some = () => Deposit.query().limit(AT_ONCE)`,
}

test.group('A list', () => {
  rule('is whole, or says that others follow', {
    house: () => silentCuts(house, ALLOWED),
    planted: () => planted(BREACHES, (tree) => silentCuts(tree, { 'app/gone.ts -> 5': 'none' })),
    catches: [
      /register\.ts -> MOST: reads some/,
      /proof\.ts -> \$\{MOST\}: reads some/,
      /gone\.ts -> 5: this exception serves nobody/,
    ],
  })

  test('that reads one line more, or a batch, is no breach', async ({ assert }) => {
    const said = await planted(BREACHES, (tree) => silentCuts(tree, {}))
    assert.lengthOf(said, 2)
  })
})
