import { projectLifecycle } from '#app/territory/models/project_lifecycle'
import { type ProjectEvent, type ProjectStep, stepAfter } from '#app/territory/rules/project_steps'
import { findingsBefore, mayHappen } from '#app/territory/rules/project_guards'
import type { ProjectFacts } from '#app/territory/rules/project_facts'
import { CHECKLIST_CODES } from '#app/territory/rules/step_checklist'
import { test } from '@japa/runner'

const ready: ProjectFacts = {
  step: 'prerequis',
  eluReferent: 'Vice-présidente au numérique',
  quotitePercent: 20,
  durationMonths: 8,
  communes: 3,
  checked: new Set(CHECKLIST_CODES),
  axes: [{ title: 'Accéder', fiches: 1 }],
  incompleteFiches: [],
  thinFiches: [],
  year: 2026,
  firstYear: 2025,
  settledYears: new Set([2025, 2026]),
  finalEvaluation: true,
}

test.group('the table of the seven states', () => {
  const legal: Record<ProjectStep, Partial<Record<ProjectEvent, ProjectStep>>> = {
    prerequis: { launch: 'lancement' },
    lancement: { diagnose: 'diagnostic', reopen: 'prerequis' },
    diagnostic: { formalise: 'formalisation', reopen: 'lancement' },
    formalisation: { implement: 'mise_en_oeuvre', reopen: 'diagnostic' },
    mise_en_oeuvre: { evaluate: 'evaluation', reopen: 'formalisation' },
    evaluation: { renew: 'mise_en_oeuvre', close: 'clos', reopen: 'mise_en_oeuvre' },
    clos: { reopen: 'evaluation' },
  }

  for (const step of projectLifecycle.states) {
    for (const event of projectLifecycle.events) {
      const expected = legal[step][event] ?? null
      test(`from ${step}, ${event} leads to ${expected ?? 'nothing'}`, ({ assert }) => {
        assert.equal(stepAfter(step, event), expected)
        assert.equal(mayHappen(event, { ...ready, step }), expected !== null)
      })
    }
  }
})

test.group('what stands before the next step', () => {
  const codes = (event: ProjectEvent, facts: Partial<ProjectFacts>, level: string) =>
    findingsBefore(event, { ...ready, ...facts })
      .filter((finding) => finding.level === level)
      .map((finding) => finding.code)

  test('thirteen months are told and do not stop the project', ({ assert }) => {
    assert.deepEqual(codes('launch', { durationMonths: 13 }, 'warning'), ['duree'])
    assert.isTrue(mayHappen('launch', { ...ready, durationMonths: 13 }))
    assert.deepEqual(codes('launch', { durationMonths: 9 }, 'warning'), [])
  })

  test('no elected referent, 19 % of a project lead or no commune stops the launch', ({
    assert,
  }) => {
    const facts = { eluReferent: null, quotitePercent: 19, communes: 0 }
    assert.deepEqual(codes('launch', facts, 'block'), ['elu_referent', 'quotite', 'communes'])
  })

  test('the launch needs both meetings, the committee and the inhabitants', ({ assert }) => {
    const facts = { step: 'lancement', checked: new Set(['reunion_elus']) } as const
    assert.deepEqual(codes('diagnose', facts, 'block'), [
      'reunion_habitants',
      'copil',
      'groupe_habitants',
    ])
  })

  test('an axis without action stops the implementation and is named', ({ assert }) => {
    const facts: ProjectFacts = {
      ...ready,
      step: 'formalisation',
      axes: [
        { title: 'Accéder', fiches: 2 },
        { title: 'Simplifier', fiches: 0 },
      ],
    }
    assert.match(findingsBefore('implement', facts)[0].text, /Simplifier/)
    assert.isFalse(mayHappen('implement', facts))
  })

  test('an incomplete sheet blocks and a thin one warns, blocks first', ({ assert }) => {
    const found = findingsBefore('evaluate', {
      ...ready,
      step: 'mise_en_oeuvre',
      thinFiches: [{ title: 'Bornes', advised: ['Risques'] }],
      incompleteFiches: [{ title: 'Guichet', missing: ['Pilote'] }],
    })
    assert.deepEqual(
      found.map((finding) => finding.level),
      ['block', 'warning']
    )
  })

  test('the next year waits for the evaluation of this one', ({ assert }) => {
    const facts = { step: 'evaluation', settledYears: new Set([2025]) } as const
    assert.deepEqual(codes('renew', facts, 'block'), ['evaluation'])
  })

  test('the project closes only when every year and the mandate are evaluated', ({ assert }) => {
    const facts = {
      step: 'evaluation',
      firstYear: 2024,
      settledYears: new Set([2026]),
      finalEvaluation: false,
    } as const
    assert.deepEqual(codes('close', facts, 'block'), [
      'evaluation',
      'evaluation',
      'evaluation_finale',
    ])
  })
})
