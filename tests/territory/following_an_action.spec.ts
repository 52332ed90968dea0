import { LocalDate } from '#lib/values'
import {
  PREPARE_SETTLE_DEVELOP,
  scheduleCycle,
  stepsUnderWay,
} from '#app/territory/rules/annual_cycle'
import { carbonLabel } from '#app/territory/rules/carbon_impact'
import { type FicheContent, completeness } from '#app/territory/rules/completeness'
import { costLabel, inEuros } from '#app/territory/rules/cost'
import { parseEcheance } from '#app/territory/rules/echeance'
import { sectionItems } from '#app/territory/rules/fiche_sections'
import {
  FICHE_STATUTS,
  type FicheStatut,
  isOnTime,
  planProgress,
  publicStatut,
} from '#app/territory/rules/fiche_statut'
import { test } from '@japa/runner'

const day = (iso: string) => LocalDate.parse(iso)

test.group('the status of an action', () => {
  test('each of the eight statuses has one word for the public', ({ assert }) => {
    const told = Object.fromEntries(
      (Object.keys(FICHE_STATUTS) as FicheStatut[]).map((statut) => [statut, publicStatut(statut)])
    )
    assert.deepEqual(told, {
      a_venir: 'prevue',
      a_discuter: 'prevue',
      en_cours: 'en_cours',
      en_pause: 'en_cours',
      bloque: 'en_cours',
      en_retard: 'en_cours',
      realise: 'realisee',
      abandonne: 'abandonnee',
    })
  })

  test('late means not done after the due day', ({ assert }) => {
    const due = day('2018-12-31')
    assert.isTrue(isOnTime('en_cours', due, day('2018-12-30')))
    assert.isFalse(isOnTime('en_cours', due, day('2019-01-01')))
    assert.isTrue(isOnTime('realise', due, day('2019-01-01')))
    assert.isTrue(isOnTime('abandonne', due, day('2019-01-01')))
    assert.isTrue(isOnTime('en_cours', null, day('2019-01-01')))
  })

  test('the progress of the plan is the share done, with one decimal', ({ assert }) => {
    assert.equal(planProgress(['realise', 'en_cours', 'a_venir']), 33.3)
    assert.isNull(planProgress([]))
  })
})

test.group('the calendar of an action', () => {
  test('Q4 2018 falls due on 31 December 2018 and stays a quarter', ({ assert }) => {
    const echeance = parseEcheance('Q4 2018')
    assert.equal(echeance?.label, 'T4 2018')
    assert.equal(echeance?.precision, 'quarter')
    assert.equal(String(echeance?.due), '2018-12-31')
  })

  test('a month, a year and a day keep their precision', ({ assert }) => {
    assert.equal(String(parseEcheance('février 2020')?.due), '2020-02-29')
    assert.equal(parseEcheance('2019')?.precision, 'year')
    assert.equal(parseEcheance('2019-06-30')?.precision, 'day')
    assert.isNull(parseEcheance('bientôt'))
  })

  test('a recurring action has its four steps dated over two years', ({ assert }) => {
    const dates = scheduleCycle(PREPARE_SETTLE_DEVELOP, 2027).map((step) => [
      step.etape,
      String(step.from),
      String(step.due),
    ])
    assert.deepEqual(dates, [
      [1, '2027-01-01', '2027-10-31'],
      [2, '2027-01-01', '2027-10-31'],
      [3, '2027-11-01', '2027-11-30'],
      [4, '2028-01-01', '2028-12-31'],
    ])
  })

  test('in November one settles this year and develops the last one', ({ assert }) => {
    const running = stepsUnderWay(PREPARE_SETTLE_DEVELOP, day('2026-11-22'))
    assert.deepEqual(
      running.map((step) => [step.cycle, step.etape]),
      [
        [2025, 4],
        [2026, 3],
      ]
    )
  })
})

test.group('costs and carbon', () => {
  const development = {
    label: 'Développement',
    currency: 'XPF',
    min: '5000000',
    max: '10000000',
    per: 'year',
  } as const

  test('a range in CFP francs is told in euros too, at its legal peg, without floats', ({
    assert,
  }) => {
    assert.deepEqual(inEuros(development), { min: 41_900n, max: 83_800n })
    assert.match(
      costLabel(development),
      /5\u202f000\u202f000 à 10\u202f000\u202f000 francs CFP par an \(41\u202f900 à 83\u202f800 euros\)/
    )
  })

  test('« non mesuré » is not zero', ({ assert }) => {
    assert.equal(carbonLabel({ state: 'non_mesure' }), 'Non mesuré')
    assert.equal(carbonLabel({ state: 'mesure', kgCo2e: 0 }), '0 kg CO2e par an')
  })
})

test.group('a complete sheet', () => {
  const sheet: FicheContent = {
    title: 'Poursuivre la mise en ligne',
    statut: 'en_cours',
    hasPilot: true,
    hasDueDate: true,
    indicators: 4,
    sections: { description: 'Mettre en ligne davantage de services.', partenaires: 'À définir' },
  }

  test('needs a title, a description, a status and a pilot', ({ assert }) => {
    assert.deepEqual(completeness(sheet).missing, [])
    const bare = { ...sheet, statut: null, hasPilot: false, sections: {} }
    assert.deepEqual(completeness(bare).missing, ['Description', 'Statut', 'Pilote'])
  })

  test('« À définir » does not fill a field', ({ assert }) => {
    assert.include(completeness(sheet).advised, 'Partenaires')
  })

  test('lists are read by line and texts by paragraph', ({ assert }) => {
    assert.deepEqual(sectionItems('outils', '- Arpège\n\n- Youtube\n'), ['Arpège', 'Youtube'])
    assert.deepEqual(sectionItems('actions', 'Un\nseul.\n\nDeux.'), ['Un\nseul.', 'Deux.'])
  })
})
