import { test } from '@japa/runner'
import { datesIn, frenchDates } from './french_dates.js'
import { everyPage, type VisitedPage } from './pages.js'

/** What is not for Halle to say otherwise. */
const STAYS_FRENCH: { text: RegExp; because: string }[] = [
  { text: /Relire la délibération du 12 mars 2026/, because: 'somebody wrote it' },
  { text: /site internet depuis août 2017/, because: 'the real sheet says so' },
  {
    text: /Mis en ligne le (?:14 octobre 2016|12 juillet 2017)/,
    because: 'the real sheet says so',
  },
  { text: /droits d’aujourd’hui/, because: 'it is no date: those that one has now' },
  { text: /(?:rien fait|Sans activité) depuis 30 jours/, because: 'a length, which never changes' },
  { text: /la connaissez : .*novembre 2027/, because: 'how one types it, which is read in French' },
]

/** A doubt is written when the answer comes, and kept as it was: some specs have such answers come. */
const KEPT_TEXTS = /Réponse datée du .*(?:pas encore venu|avant l’envoi du)|avant l’envoi du/

/** An evaluation is a text that is kept as it is read: its PDF says the same. */
const KEPT = ['territory-evaluation']

/** What the pages of all the rooms say at least, so that a walk that saw nothing does not pass. */
const FEWEST = 150

test.group('The dates of every page', () => {
  const isKept = (found: string) => STAYS_FRENCH.some(({ text }) => text.test(found))

  test('are found when they are French, and let alone when they are not', ({ assert }) => {
    const french = [
      '<p>Le 1<sup>er</sup>&nbsp;mai 2026</p>',
      '<p>Janvier à octobre 2017</p>',
      '<time>il y a\u202f3\u00a0minutes</time>',
      '<p>depuis 4 mois</p>',
      '<b>aujourd’hui</b>',
      '<p>hier à 9\u202fh\u202f05</p>',
    ]
    for (const html of french) assert.isNotEmpty(frenchDates(html), html)
    const others = [
      '<p>Le <span lang="de">1. Mai 2026</span></p>',
      '<time title="1er mai 2026">…</time>',
      '<textarea>1er mai 2026</textarea>',
      '<b>Aujourd’hui : 20 démarches</b>',
      '<p>Les marchés, mais 3 maires</p>',
      '<p>Non mesuré : 23\u202fh\u202f58\u202fmin</p>',
    ]
    for (const html of others) assert.isEmpty(frenchDates(html), html)
  })

  test('are in the language of who reads them, but in texts that people wrote', async ({
    client,
    assert,
  }) => {
    const pages = (await everyPage()).filter(({ as, name }) => as && !KEPT.includes(name))
    const read = async ({ as, path }: VisitedPage) => {
      if (as!.datesLanguage !== 'de') await as!.merge({ datesLanguage: 'de' }).save()
      return (await client.get(path).loginAs(as!)).text() ?? ''
    }
    const [french, seen] = [{} as Record<string, string[]>, new Set<string>()]
    let said = 0
    for (const page of pages) {
      const html = await read(page)
      const found = frenchDates(html)
      for (const one of found.filter(isKept)) seen.add(one)
      const left = found.filter((one) => !isKept(one) && !KEPT_TEXTS.test(one))
      if (left.length > 0) french[page.name] = left
      said += datesIn(html, 'de')
    }
    assert.deepEqual(french, {})
    assert.isAbove(said, FEWEST)
    const idle = STAYS_FRENCH.filter(({ text }) => ![...seen].some((one) => text.test(one)))
    assert.deepEqual(idle, [], 'an exception that serves no more')
  })
})
