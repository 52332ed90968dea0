import { test } from '@japa/runner'
import { provisionParapheur } from '#rooms/parapheur'
import Circuit from '#app/parapheur/models/circuit'
import { checkCircuit } from '#app/parapheur/rules/circuit_definition'
import commune from '../../tenants/blueprints/commune.js'
import { townHall } from './town_hall.js'

test.group('Provisioning a parapheur', () => {
  test('run twice, it changes nothing', async ({ assert }) => {
    const hall = await townHall()
    assert.deepEqual(await hall.run(() => provisionParapheur(commune.parapheur)), [])
  })

  test('a circuit that changed gets a new version', async ({ assert }) => {
    const hall = await townHall()
    const changed = structuredClone(commune.parapheur)
    changed.circuits[0].steps.push({ action: 'seal' })
    const changes = await hall.run(() => provisionParapheur(changed))
    assert.lengthOf(changes, 1)
    assert.include(changes[0], 'version 2')
    const last = await hall.run(() => Circuit.named('visa-signature'))
    assert.lengthOf(last.steps, 3)
  })

  test('refuses circuits that nobody could go through', ({ assert }) => {
    const desks = new Set(['maire'])
    const check = (steps: Parameters<typeof checkCircuit>[0]['steps']) =>
      checkCircuit({ key: 'essai', name: 'Essai', steps }, desks)
    assert.throws(() => check([]), /aucune étape/)
    assert.throws(() => check([{ kind: 'visa' }]), /pas de bureau/)
    assert.throws(() => check([{ kind: 'visa', desk: 'dgs' }]), /dgs n’existe pas/)
    assert.throws(() => check([{ kind: 'visa', desk: 'maire' }]), /personne n’y signe/)
    assert.doesNotThrow(() => check([{ kind: 'seal' }]))
  })
})
