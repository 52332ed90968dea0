import { test } from '@japa/runner'
import { FRAMES } from '#app/invoicing/rules/frames'
import { accountDeadline } from '#app/invoicing/rules/general_account'
import {
  delayFrom,
  isPaid,
  pieceNamed,
  pieceOfFrame,
  WORKS_PIECES,
  type WorksPieceName,
} from '#app/invoicing/rules/works'

const NAMES = Object.keys(WORKS_PIECES) as WorksPieceName[]

test.group('The pieces of works', () => {
  test('are those of the frames A4 to A25, and no invoice of one supplier is one', ({ assert }) => {
    const ofWorks = Object.keys(FRAMES).filter((frame) => pieceOfFrame(frame) !== null)
    assert.deepEqual(
      Object.keys(FRAMES).filter((frame) => !ofWorks.includes(frame)),
      ['A1', 'A2', 'A3', 'A9', 'A12', 'A21']
    )
    assert.sameMembers([...new Set(ofWorks.map(pieceOfFrame))], NAMES)
    assert.deepEqual(['ETAT_ACOMPTE', 'toString', '', null, 'NOUVELLE_PIECE'].map(pieceNamed), [
      'ETAT_ACOMPTE',
      null,
      null,
      null,
      null,
    ])
  })

  test('are paid at the end of their chain only', ({ assert }) => {
    assert.sameMembers(NAMES.filter(isPaid), [
      'ETAT_ACOMPTE_VALIDE',
      'DECOMPTE_GENERAL_SIGNE',
      'DECOMPTE_GENERAL_DEFINITIF_TACITE',
      'DECOMPTE_GENERAL_DEFINITIF_PROCEDURE_TACITE',
      'DP_DE_SOUSTRAITANT_TRAVAUX',
    ])
    assert.isTrue(isPaid(null))
  })

  test('have their delay from the request, the balance from the décompte définitif', ({
    assert,
  }) => {
    const days = { availableOn: '2026-11-20', requestedOn: '2026-11-02' }
    assert.equal(delayFrom('ETAT_ACOMPTE_VALIDE', days), '2026-11-02')
    assert.equal(delayFrom('ETAT_ACOMPTE_VALIDE', { ...days, requestedOn: null }), '2026-11-20')
    assert.isNull(delayFrom('ETAT_ACOMPTE_VALIDE', { ...days, availableOn: null }))
    assert.equal(delayFrom('DECOMPTE_GENERAL_SIGNE', days), '2026-11-20')
    assert.equal(delayFrom(null, days), '2026-11-20')
    assert.isNull(delayFrom('PROJET_DECOMPTE_MENSUEL', days))
  })
})

test.group('The general account of works', () => {
  const on = (piece: WorksPieceName | null, byMoe: string | null, byMoa: string | null) =>
    accountDeadline(piece, { byMoe, byMoa })?.on.toString() ?? null

  test('is notified thirty days after the later of both receptions', ({ assert }) => {
    assert.equal(on('PROJET_DECOMPTE_FINAL', '2026-11-02', '2026-11-05'), '2026-12-05')
    assert.equal(on('PROJET_DECOMPTE_FINAL', '2026-11-09', '2026-11-05'), '2026-12-09')
    assert.equal(on('PROJET_DECOMPTE_GENERAL', null, '2026-11-05'), '2026-12-05')
    assert.isNull(on('PROJET_DECOMPTE_FINAL', '2026-11-02', null))
  })

  test('becomes definitive by silence ten days after the project of the titulaire', ({
    assert,
  }) => {
    assert.equal(
      on('PROJET_DECOMPTE_GENERAL_PROCEDURE_TACITE', '2026-11-01', '2026-11-05'),
      '2026-11-15'
    )
  })

  test('waits thirty days for the titulaire, and for nobody once it is signed', ({ assert }) => {
    assert.equal(
      accountDeadline('DECOMPTE_GENERAL', { byMoe: null, byMoa: '2026-11-05' })?.by,
      'supplier'
    )
    assert.isNull(on('DECOMPTE_GENERAL_SIGNE', '2026-11-02', '2026-11-05'))
    assert.isNull(on('ETAT_ACOMPTE', '2026-11-02', '2026-11-05'))
    assert.isNull(on(null, null, '2026-11-05'))
  })
})
