import { test } from '@japa/runner'
import {
  ACTE_LIFECYCLE,
  ACTE_STATES,
  nextActeState,
  type ActeEvent,
  type ActeState,
} from '#app/actes/rules/lifecycle'
import { ACTE_STATE_WORDS } from '#app/actes/rules/state_words'
import {
  onAcknowledgement,
  onAnomaly,
  onCancellationAcknowledged,
  saysAlreadyTransmitted,
  type AnswerDecision,
} from '#app/actes/rules/answers'

const LEGAL = [
  'draft submit in_circuit',
  'in_circuit sign signed',
  'in_circuit refuse refused',
  'in_circuit withdraw draft',
  'refused reopen draft',
  'signed transmit transmitting',
  'signed reopen draft',
  'transmitting hand_over transmitted',
  'transmitting reject anomaly',
  'transmitting acknowledge acknowledged',
  'transmitting report_anomaly anomaly',
  'transmitted acknowledge acknowledged',
  'transmitted report_anomaly anomaly',
  'anomaly transmit transmitting',
  'anomaly reopen draft',
  'anomaly acknowledge acknowledged',
  'acknowledged publish published',
  'acknowledged publish_copy published',
  'acknowledged archive archived',
  'acknowledged cancel cancelling',
  'published publish published',
  'published publish_copy published',
  'published unpublish published',
  'published archive archived',
  'published cancel cancelling',
  'archived publish archived',
  'archived publish_copy archived',
  'archived unpublish archived',
  'archived cancel cancelling',
  'cancelling confirm_cancellation cancelled',
  'cancelling give_up_cancellation acknowledged',
  'cancelling keep_published published',
  'cancelling keep_archived archived',
  'cancelling unpublish cancelling',
  'cancelled unpublish cancelled',
]

test.group('The life of an acte', () => {
  const events = [...new Set(LEGAL.map((line) => line.split(' ')[1]))] as ActeEvent[]

  test('allows these steps and no other, over the whole matrix', ({ assert }) => {
    const allowed = ACTE_STATES.flatMap((state) =>
      events.flatMap((event) => {
        const next = nextActeState(state, event)
        return next ? [`${state} ${event} ${next}`] : []
      })
    )
    assert.sameMembers(allowed, LEGAL)
    const declared = Object.values(ACTE_LIFECYCLE).flatMap((steps) => Object.keys(steps))
    assert.sameMembers([...new Set(declared)], events)
  })

  test('says each state in French', ({ assert }) => {
    assert.sameMembers(Object.keys(ACTE_STATE_WORDS), ACTE_STATES)
  })
})

test.group('What an answer does, by state', () => {
  const decisions = (decide: (state: ActeState) => AnswerDecision) =>
    Object.fromEntries(ACTE_STATES.map((state) => [state, decide(state)]))

  test('acknowledges while waiting, knows a double, sets the impossible aside', ({ assert }) => {
    assert.deepEqual(decisions(onAcknowledgement), {
      draft: 'set_aside',
      in_circuit: 'set_aside',
      refused: 'set_aside',
      signed: 'set_aside',
      transmitting: 'acknowledge',
      transmitted: 'acknowledge',
      anomaly: 'acknowledge',
      acknowledged: 'already_known',
      published: 'already_known',
      archived: 'already_known',
      cancelling: 'already_known',
      cancelled: 'already_known',
    })
  })

  test('never lets an anomaly undo an acknowledgement', ({ assert }) => {
    const anomaly = decisions((state) => onAnomaly(state, 'ODT-VERIF-01 : classification'))
    assert.equal(anomaly.transmitted, 'report_anomaly')
    assert.equal(anomaly.anomaly, 'already_known')
    for (const state of ['acknowledged', 'published', 'archived', 'cancelled', 'draft'])
      assert.equal(anomaly[state], 'set_aside')
  })

  test('reads « déjà transmis » as a proof of receipt', ({ assert }) => {
    const detail = 'Cet acte a déjà été transmis, un acte avec le même id existe dans le système'
    assert.isTrue(saysAlreadyTransmitted(detail))
    assert.isFalse(saysAlreadyTransmitted('Votre acte a été transmis avec une date périmée'))
    assert.equal(onAnomaly('transmitting', detail), 'proof_of_receipt')
    assert.equal(onAnomaly('acknowledged', detail), 'already_known')
  })

  test('confirms a cancellation only when one was asked', ({ assert }) => {
    assert.equal(onCancellationAcknowledged('cancelling'), 'confirm_cancellation')
    assert.equal(onCancellationAcknowledged('cancelled'), 'already_known')
    assert.equal(onCancellationAcknowledged('published'), 'set_aside')
  })
})
