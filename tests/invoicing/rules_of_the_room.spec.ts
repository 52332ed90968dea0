import { test } from '@japa/runner'
import { MOVES, stateOfChorus, STATES, WORDS } from '#lib/einvoice/lifecycle'
import { catchUp, roadTo } from '#app/invoicing/rules/catch_up'
import { eventsFrom, INVOICE_LIFECYCLE } from '#app/invoicing/rules/lifecycle'
import { clockOf } from '#app/invoicing/rules/clock'
import { readOrders } from '#app/invoicing/formats/orders_csv'
import { amountWords } from '#app/invoicing/readable/words'
import { FRAMES, frameOf, validatorOf } from '#app/invoicing/rules/frames'
import { adviceOf } from '#app/invoicing/rules/order_advice'
import { Decimal } from '#lib/values'

test.group('The life of an invoice', () => {
  test('moves as the table of states says, and in no other way', ({ assert }) => {
    for (const state of STATES) {
      const nexts = eventsFrom(state).map(([, next]) => next)
      assert.sameMembers(nexts, [...MOVES[state]], state)
    }
    assert.sameMembers(Object.keys(INVOICE_LIFECYCLE), [...STATES])
  })

  test('is told to Chorus Pro, and read from it, by the same words', ({ assert }) => {
    for (const state of STATES) assert.equal(stateOfChorus(WORDS[state].chorus), state)
    assert.isNull(stateOfChorus('BROUILLON'))
    assert.isNull(stateOfChorus('toString'))
  })

  test('catches up by the road that the table allows, however much was missed', ({ assert }) => {
    assert.deepEqual(roadTo('available', 'paid'), ['order', 'pay'])
    assert.deepEqual(catchUp('deposited', ['deposited', 'on_its_way', 'available']), {
      events: ['send_on', 'make_available'],
      state: 'available',
      astray: null,
    })
  })

  test('is not led back by what it told itself', ({ assert }) => {
    const { events, state, astray } = catchUp('ordered', ['service_done'])
    assert.deepEqual([events, state, astray], [[], 'ordered', null])
  })

  test('says the status that its table cannot reach', ({ assert }) => {
    assert.equal(catchUp('refused', ['paid']).astray, 'paid')
    assert.deepEqual(catchUp('refused', ['paid']).events, [])
  })
})

test.group('The delay of an invoice', () => {
  const lived = {
    availableOn: '2026-11-20',
    serviceDoneOn: null,
    paidOn: null,
    amount: '611.90',
    passed: [],
  }

  test('runs from the day on which it was made available, or the service done later', ({
    assert,
  }) => {
    assert.equal(String(clockOf(lived)!.dueOn), '2026-12-20')
    assert.equal(String(clockOf({ ...lived, serviceDoneOn: '2026-11-25' })!.dueOn), '2026-12-25')
    assert.equal(String(clockOf({ ...lived, serviceDoneOn: '2026-11-02' })!.dueOn), '2026-12-20')
    assert.isNull(clockOf({ ...lived, availableOn: null }))
  })

  test('is interrupted by a suspension, once only', ({ assert }) => {
    const suspended = { status: 'suspended' as const, on: '2026-11-25' }
    assert.isNull(clockOf({ ...lived, passed: [suspended] })!.dueOn)
    const completed = { status: 'completed' as const, on: '2026-12-01' }
    const once = clockOf({ ...lived, passed: [suspended, completed] })!.dueOn
    const again = { status: 'suspended' as const, on: '2026-12-05' }
    const twice = clockOf({ ...lived, passed: [suspended, completed, again] })!.dueOn
    assert.deepEqual([String(once), String(twice)], ['2026-12-31', '2026-12-31'])
  })
})

test.group('An amount in words', () => {
  test('is written in the French way, and as it came when it is none', ({ assert }) => {
    assert.equal(amountWords('1234567.50'), '1\u00a0234\u00a0567,50\u00a0€')
    assert.equal(amountWords('-12.00', 'CHF'), '-12,00\u00a0CHF')
    assert.equal(amountWords('12,5'), '12,5')
  })
})

test.group('What is set against an invoice before it is paid', () => {
  const euros = (text: string) => Decimal.parse(text)
  const facts = {
    engagement: 'BC-1',
    hasOrders: true,
    order: { supplierSiren: '834567893', supplierName: 'Le Fournil', amountGross: euros('100') },
    supplierSiren: '834567893',
    amount: euros('40'),
    others: euros('60'),
  }

  test('is within its order to the cent, over it by one, or finds nothing left', ({ assert }) => {
    const kindOf = (more: object) => adviceOf({ ...facts, ...more })?.kind ?? null
    assert.equal(kindOf({}), 'within')
    assert.equal(kindOf({ amount: euros('40.01') }), 'over')
    assert.equal(kindOf({ others: euros('100') }), 'exhausted')
    assert.equal(kindOf({ order: null }), 'unknown')
    assert.equal(kindOf({ supplierSiren: '732829320' }), 'other_supplier')
    assert.isNull(kindOf({ hasOrders: false, order: null }))
    assert.isNull(kindOf({ engagement: null }))
    // A credit note gives back what was billed
    assert.equal(kindOf({ amount: euros('-40'), others: euros('99') }), 'within')
  })

  test('reads orders as spreadsheets write them, or says what to mend', ({ assert }) => {
    const read = (text: string, encoding: BufferEncoding = 'utf8') =>
      readOrders(Buffer.from(text, encoding))
    const windows = read('Num\u00e9ro;Fournisseur;Montant TTC\n12;Boulangerie;1 250,5\n', 'latin1')
    assert.equal(windows.orders[0].amountGross.toString(), '1250.5')
    assert.deepEqual(windows.problems, [])
    const commas = read('numero,fournisseur,montant_ttc\n12,B,"1250,50"\n')
    assert.equal(commas.orders[0].amountGross.toString(), '1250.50')
    assert.match(read('numero;montant_ttc\n1;2\n').problems[0], /il manque fournisseur/)
    assert.match(read('').problems[0], /il manque numero, fournisseur, montant_ttc/)
    assert.match(read('numero;fournisseur;montant_ttc\n').problems[0], /aucune commande/)
    const wrong = read('numero;fournisseur;montant_ttc\n1;;-3\n1;B;2\n')
    assert.lengthOf(wrong.problems, 2)
    assert.match(wrong.problems[0], /Ligne 2 : il lui faut un fournisseur ; son montant/)
  })

  test('knows the frames of Chorus Pro, and who answers for each', ({ assert }) => {
    assert.deepEqual(['A9', 's3', ' S6 ', 'S1', 'A26', undefined, 'toString'].map(frameOf), [
      'A9',
      'A9',
      'A12',
      null,
      null,
      null,
      null,
    ])
    assert.lengthOf(Object.keys(FRAMES), 25)
    assert.equal(validatorOf('A9'), 'le titulaire du marché')
    assert.equal(validatorOf('A10'), 'le titulaire du marché, puis le maître d’œuvre')
    assert.equal(validatorOf('A5'), 'le maître d’œuvre')
    assert.isNull(validatorOf('A1'))
  })
})
