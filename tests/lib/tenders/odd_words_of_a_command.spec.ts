import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { checkNotice } from '#lib/eforms/check_notice'
import { tenders } from '../sealing/tenders_command.js'

const KEYS = '--tender 7c1f5a1e-1111-4222-8333-944455566677 --threshold 2 --holder a b c'

test.group('Odd words of a command', (group) => {
  let folder: string
  group.setup(() => {
    folder = mkdtempSync(join(tmpdir(), 'mots-'))
    return () => rmSync(folder, { recursive: true })
  })

  test('a name that breaks the line is shown on one line, whole, to people and to programs', async ({
    assert,
  }) => {
    mkdirSync(join(folder, 'offre'))
    writeFileSync(join(folder, 'offre', 'prix\nhors taxe\u007f.txt'), 'x')
    await tenders(...`keys ${KEYS} --envelope offre --out ${folder}/cles`.split(' '))
    const words = `--trousseau ${folder}/cles/trousseau.json --envelope offre=${folder}/offre`
    const { status, answer, stderr } = await tenders(
      ...`seal ${words} --out ${folder}/pli --json`.split(' ')
    )
    const sentence =
      'Le nom « prix␊hors taxe␡.txt » porte un caractère invisible : renommez ce fichier.'
    assert.deepEqual([status, answer.error.message, stderr], [1, sentence, `${sentence}\n`])
  })

  test('a word of the command that breaks the line does not cut what programs are told', async ({
    assert,
  }) => {
    const { status, answer } = await tenders('check', 'un\nmot', '--json')
    assert.equal(status, 2)
    assert.equal(answer.error.message, '« un␊mot » n’est attendu nulle part.')
  })

  test('a calendar without its word says which words there are', async ({ assert }) => {
    const { status, answer } = await tenders('calendar', '--json')
    assert.equal(status, 2)
    assert.match(answer.error.message, /standstill, deadline ou decp/)
  })

  test('a year of no tender is a command wrongly written, and never an odd date', async ({
    assert,
  }) => {
    const wrong = [
      'calendar decp --notified 9999-12-31',
      'calendar standstill --sent 0001-01-01 --paper',
      'late --deadline 0000-01-01T00:00:00 --zone Europe/Paris --received 2026-11-27T16:00:00Z',
    ]
    for (const words of wrong)
      assert.equal((await tenders(...words.split(' '), '--json')).status, 2, words)
  })

  test('one error is one error', async ({ assert }) => {
    const path = join(folder, 'rien.json')
    writeFileSync(path, '')
    const { stderr } = await tenders('decp-check', path, '--json')
    assert.equal(stderr, 'Ce fichier n’est pas valide : 1 erreur, 0 avertissement.\n')
  })

  test('a folder of schemas that has none is refused: the notice would seem to be judged by them', async ({
    assert,
  }) => {
    const path = join(folder, 'avis.xml')
    writeFileSync(path, '<ContractNotice/>')
    assert.equal((await tenders('notice-check', path, '--json')).status, 0)
    const { status, answer } = await tenders('notice-check', path, '--schemas', folder, '--json')
    assert.deepEqual([status, answer.error.code], [1, 'schemas'])
  })

  test('an hour without its offset is told as such, and compared by the offset of its day', ({
    assert,
  }) => {
    const notice = (end: string) =>
      Buffer.from(`<ContractNotice><ProcurementProjectLot><TenderingProcess>
        <TenderSubmissionDeadlinePeriod><EndDate>2026-12-04+02:00</EndDate><EndTime>${end}</EndTime></TenderSubmissionDeadlinePeriod>
        <OpenTenderEvent><OccurrenceDate>2026-12-04+02:00</OccurrenceDate><OccurrenceTime>10:00:00+02:00</OccurrenceTime></OpenTenderEvent>
      </TenderingProcess></ProcurementProjectLot></ContractNotice>`)
    const rules = (end: string) => checkNotice(notice(end), 0).map(({ rule }) => rule)
    assert.deepEqual(rules('10:00:00+02:00'), [])
    assert.deepEqual(rules('10:00:00'), ['missing-offset'])
    assert.deepEqual(rules('10:00:01'), ['missing-offset', 'opening-before-deadline'])
  })
})
