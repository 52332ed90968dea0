import { test } from '@japa/runner'
import {
  afnorOfChorus,
  isOver,
  mayGo,
  MOVES,
  NEEDS_REASON,
  reasonsOf,
  SET_BY_BUYER,
  stateOfAfnor,
  stateOfChorus,
  stateOfFile,
  STATES,
  STATUS_FACTS,
  WORDS,
} from '#lib/einvoice/lifecycle'

/** Statuses of the API (`statutFacture`) that concern a recipient, a validator or a supplier. */
const CHORUS = [
  ...STATES.map((state) => WORDS[state].chorus),
  ...['VALIDEE_1', 'VALIDEE_2', 'REFUSEE_1', 'REFUSEE_2', 'A_VALIDER_1', 'A_VALIDER_2'],
  ...['BROUILLON', 'ABANDONNEE', 'SUPPRIMEE', 'A_COMPLETER', 'ASSOCIEE', 'TRANSMISE_MOA'],
  ...['A_VALIDER_MOE', 'REFUSEE_MOE', 'TECHNIQUE_INCONNU'],
]

test.group('The life of an invoice, in the words of each', () => {
  test('goes to each of Chorus Pro’s statuses and comes back the same', ({ assert }) => {
    for (const state of STATES) {
      assert.equal(stateOfChorus(WORDS[state].chorus), state)
      assert.equal(stateOfFile(WORDS[state].file), state)
    }
    const distinct = (key: 'chorus' | 'file') => new Set(STATES.map((state) => WORDS[state][key]))
    assert.deepEqual([distinct('chorus').size, distinct('file').size], [12, 12])
    for (const other of ['BROUILLON', 'VALIDEE_1', 'TECHNIQUE_INCONNU', '', 'constructor']) {
      assert.isNull(stateOfChorus(other), other)
    }
  })

  test('is told to the supplier’s platform by these codes and no other', ({ assert }) => {
    const told = Object.fromEntries(
      STATES.filter((state) => WORDS[state].afnor).map((state) => [state, WORDS[state].afnor])
    )
    assert.deepEqual(told, {
      suspended: '208',
      service_done: '204',
      ordered: '204',
      with_accountant: '204',
      accounted: '204',
      paid: '211',
      refused: '210',
    })
    for (const code of Object.values(told)) assert.property(STATUS_FACTS, code!)
  })

  test('tells apart, by its comment, the states that share one code', ({ assert }) => {
    const shared = STATES.filter((state) => WORDS[state].afnor === '204')
    assert.equal(new Set(shared.map((state) => WORDS[state].comment)).size, shared.length)
    assert.lengthOf(shared, 4)
  })

  test('is told by Chorus Pro to a platform, cadre by cadre, the whole matrix', ({ assert }) => {
    const own: Record<string, string> = {
      SUSPENDUE: '208',
      REJETEE: '210',
      SERVICE_FAIT: '204',
      MANDATEE: '204',
      MISE_A_DISPOSITION_COMPTABLE: '204',
      COMPTABILISEE: '204',
      MISE_EN_PAIEMENT: '211',
    }
    const validated: Record<string, Record<string, string>> = {
      A9: { VALIDEE_1: '205', VALIDEE_2: '205', REFUSEE_1: '206', REFUSEE_2: '206' },
      A12: { VALIDEE_1: '214', REFUSEE_1: '210' },
    }
    for (let rank = 1; rank <= 25; rank++) {
      const cadre = `A${rank}`
      for (const status of CHORUS) {
        const expected = validated[cadre]?.[status] ?? own[status] ?? null
        assert.equal(afnorOfChorus(status, cadre), expected, `${cadre} ${status}`)
        if (expected) assert.property(STATUS_FACTS, expected)
      }
    }
  })

  test('never comes back as what the buyer said: 210 is refused there, 213 by a platform', ({
    assert,
  }) => {
    for (const state of STATES) {
      const code = WORDS[state].afnor
      if (code) assert.isNull(stateOfAfnor(code), `${state} ${code}`)
    }
  })

  test('takes from the supplier’s platform what completes, and nothing else', ({ assert }) => {
    const heard = Object.keys(STATUS_FACTS).filter((code) => stateOfAfnor(code) !== null)
    assert.deepEqual(heard, ['209', '227'])
    assert.isNull(stateOfAfnor('213'))
  })

  test('goes nowhere that the table does not say, the whole matrix', ({ assert }) => {
    for (const from of STATES) {
      for (const to of STATES) assert.equal(mayGo(from, to), MOVES[from].includes(to))
      assert.isFalse(mayGo(from, from), from)
      assert.isFalse(mayGo(from, 'deposited'), from)
    }
    assert.deepEqual(STATES.filter(isOver), ['paid', 'refused'])
    assert.isFalse(mayGo('ordered', 'suspended'), 'R2192-27: before the order to pay')
  })

  test('ends: every state leads to one where nothing follows', ({ assert }) => {
    for (const from of STATES) {
      const seen = new Set([from])
      for (const state of seen) for (const next of MOVES[state]) seen.add(next)
      assert.isTrue([...seen].some(isOver), from)
    }
  })

  test('asks a reason where one is owed, from the codes that are allowed', ({ assert }) => {
    for (const state of NEEDS_REASON) assert.include(SET_BY_BUYER, state)
    assert.include(reasonsOf('suspended'), 'JUSTIF_ABS')
    assert.include(reasonsOf('refused'), 'RETRAIT_MAN_SERV')
    assert.notInclude(reasonsOf('suspended'), 'DOUBLON')
    assert.deepEqual(reasonsOf('paid'), [])
  })
})
