import { test } from '@japa/runner'
import { alertLifecycle } from '#app/procurement/alerts/alert'
import { backupLifecycle } from '#app/procurement/backup/backup_copy'
import { questionLifecycle } from '#app/procurement/questions/question'
import { consultationLifecycle } from '#app/procurement/drafting/consultation_lifecycle'
import { lotLifecycle } from '#app/procurement/lots/lot_lifecycle'
import { memberLifecycle } from '#app/procurement/candidature/member'
import { pliLifecycle } from '#app/procurement/deposit/pli_lifecycle'

const CONSULTATION = [
  'draft submit in_validation',
  'in_validation publish online',
  'in_validation refuse draft',
  'in_validation withdraw draft',
  'online extend online',
  'online close closed',
  'online abandon abandoned',
  'closed open opening',
  'closed abandon abandoned',
  'opening record analysis',
  'opening abandon abandoned',
  'analysis propose awarding',
  'analysis settle notified',
  'analysis abandon abandoned',
  'awarding refuse_award analysis',
  'awarding sign signed',
  'signed notify notified',
  'notified archive archived',
]
const LOT = [
  'planned open analysis',
  'planned find_none unsuccessful',
  'planned abandon abandoned',
  'analysis propose awarding',
  'analysis fail unsuccessful',
  'analysis abandon abandoned',
  'awarding refuse_award analysis',
  'awarding sign signed',
  'signed notify notified',
]
const PLI = [
  'draft seal sealed',
  'draft arrive_late late',
  'sealed replace replaced',
  'sealed withdraw withdrawn',
  'sealed open opened',
  'sealed fail unreadable',
  'sealed set_aside set_aside',
  'opened retain retained',
  'opened reject rejected',
  'unreadable open opened',
  'unreadable set_aside set_aside',
]

const COPY = [
  'declared receive received',
  'declared come_late late',
  'received open opened',
  'received destroy destroyed',
  'late destroy destroyed',
]

const ALERT = ['waiting confirm living', 'living finish done']
const QUESTION = ['asked answer answered', 'asked refuse refused']
const MEMBER = [
  'awaited accept accepted',
  'awaited refuse refused',
  'awaited remove removed',
  'accepted fill ready',
  'accepted leave left',
  'accepted remove removed',
  'ready fill ready',
  'ready leave left',
  'ready remove removed',
]

test.group('The lives of a consultation and of a pli', () => {
  test('a consultation goes through the legal steps and no other', ({ assert }) => {
    const legal = consultationLifecycle.states.flatMap((state) =>
      consultationLifecycle.events.flatMap((event) => {
        const to = consultationLifecycle.next(state, event)
        return to ? [`${state} ${event} ${to}`] : []
      })
    )
    assert.sameMembers(legal, CONSULTATION)
  })

  test('a lot that is awarded, without offer or given up goes no further', ({ assert }) => {
    const legal = lotLifecycle.states.flatMap((state) =>
      lotLifecycle.events.flatMap((event) => {
        const to = lotLifecycle.next(state, event)
        return to ? [`${state} ${event} ${to}`] : []
      })
    )
    assert.sameMembers(legal, LOT)
  })

  test('a late pli goes nowhere, and nothing closed is deposited again', ({ assert }) => {
    const legal = pliLifecycle.states.flatMap((state) =>
      pliLifecycle.events.flatMap((event) => {
        const to = pliLifecycle.next(state, event)
        return to ? [`${state} ${event} ${to}`] : []
      })
    )
    assert.sameMembers(legal, PLI)
  })

  test('a cotraitant who refused, went away or was put out is of no group any more', ({
    assert,
  }) => {
    const legal = memberLifecycle.states.flatMap((state) =>
      memberLifecycle.events.flatMap((event) => {
        const to = memberLifecycle.next(state, event)
        return to ? [`${state} ${event} ${to}`] : []
      })
    )
    assert.sameMembers(legal, MEMBER)
  })

  test('a copie de sauvegarde that comes late stays shut, and one that is opened is not destroyed', ({
    assert,
  }) => {
    const legal = backupLifecycle.states.flatMap((state) =>
      backupLifecycle.events.flatMap((event) => {
        const to = backupLifecycle.next(state, event)
        return to ? [`${state} ${event} ${to}`] : []
      })
    )
    assert.sameMembers(legal, COPY)
  })

  test('a question is answered or refused once', ({ assert }) => {
    const legal = questionLifecycle.states.flatMap((state) =>
      questionLifecycle.events.flatMap((event) => {
        const to = questionLifecycle.next(state, event)
        return to ? [`${state} ${event} ${to}`] : []
      })
    )
    assert.sameMembers(legal, QUESTION)
  })

  test('a saved search tells once its address has answered', ({ assert }) => {
    const legal = alertLifecycle.states.flatMap((state) =>
      alertLifecycle.events.flatMap((event) => {
        const to = alertLifecycle.next(state, event)
        return to ? [`${state} ${event} ${to}`] : []
      })
    )
    assert.sameMembers(legal, ALERT)
  })
})
