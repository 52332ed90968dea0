import { test } from '@japa/runner'
import { formsOf, unguardedForms } from './support/forms.js'
import { allRoutes, isGuardedForPrograms } from './support/routes.js'
import { rule } from './support/rule.js'
import { house, planted } from './support/tree.js'

const BREACHES = {
  'app/mairie/routes.ts': `
    router.put('/arretes/:id', [own.Decrees, 'update'])
    router.post('/arretes/:id/visa', [own.DecreeVisas, 'store'])
    router.post('/arretes', [own.Openings, 'store'])
    router
      .put('/lost/:id', [
        own.Lost,
        'update',
      ])`,
  'app/mairie/controllers/decrees_controller.ts': `
export default class {
  async update(ctx) {
    await save(ctx)
  }

  async compare(ctx) {
    // Compared with nothing: an excuse serves the action in which it stands, and no other
    await mustBeCurrent(ctx, form)
  }
}
`,
  'app/mairie/controllers/openings_controller.ts': `
export default class {
  async store(ctx) {
    // Compared with nothing: nobody has seen it yet
    await open(ctx)
  }
}
`,
  'app/mairie/controllers/decree_visas_controller.ts': `
export default class {
  async store(ctx) {
    await compared(ctx)
  }
}

async function compared(ctx) {
  await mustBeCurrent(ctx, form)
}
`,
}

test.group('Forms that two people may have open', () => {
  test('every route that receives a form is walked', ({ assert }) => {
    const receiving = allRoutes().filter(
      (route) =>
        route.methods.some((method) => ['POST', 'PUT', 'PATCH'].includes(method)) &&
        // What programs send is declared: doors_for_programs.spec.ts judges it
        !isGuardedForPrograms(route)
    )
    assert.equal(formsOf(house).length, receiving.length)
  })

  rule('a form compares what its reader saw, or says why it need not', {
    house: () => unguardedForms(house),
    planted: () => planted(BREACHES, (tree) => unguardedForms(tree)),
    catches: [/Decrees\.update does not compare/, /Lost\.update is not found/],
  })

  test('a comparison made by a function that the action calls counts', async ({ assert }) => {
    const said = await planted(BREACHES, (tree) => unguardedForms(tree))
    assert.lengthOf(said, 2)
  })
})
