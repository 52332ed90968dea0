import { test } from '@japa/runner'
import { forgetAttempts, type Visitor } from '#tests/identity/visitor'
import { master } from '#tests/helpers/master'
import { cameIn, paperOf, somebody } from './people.js'

const ADDRESS = '3 rue des Lavandières, bâtiment des Écluses'

const fieldsOf = (text: string) => ({ _typist: /name="_typist" value="([^"]+)"/.exec(text)![1] })

test.group('What somebody outside typed while her session ended', (group) => {
  group.each.setup(forgetAttempts)

  async function typesTooLate(personId: string, visitor: Visitor) {
    const { text } = await visitor.get('/moi/coordonnees')
    await master().from('kernel.sessions').where('person_id', personId).delete()
    const sent = { ...fieldsOf(text), address: ADDRESS }
    return visitor.submit('/moi/coordonnees', sent)
  }
  async function signsIn(personId: string, visitor: Visitor) {
    const { account, code } = await paperOf(personId)
    const page = await visitor.get('/moi/connexion')
    const login = { login: account, password: code }
    return { page, answer: await visitor.submit('/moi/connexion', login) }
  }
  const livingAddress = (personId: string) =>
    master().from('kernel.contact_points').where({ person_id: personId, kind: 'address' }).first()

  test('waits for her behind the door, and comes back in its form', async ({ assert }) => {
    const { id } = await somebody()
    const visitor = await cameIn(id)
    assert.equal((await typesTooLate(id, visitor)).location, '/moi/connexion')
    const { page, answer } = await signsIn(id, visitor)
    assert.include(page.text, 'Votre saisie est gardée')
    assert.equal(answer.location, '/moi/coordonnees')
    assert.include((await visitor.get('/moi/coordonnees')).text, `value="${ADDRESS}"`)
    assert.isNull(await livingAddress(id))
  })

  test('is given to nobody else who comes in by that browser', async ({ assert }) => {
    const [her, other] = [await somebody(), await somebody()]
    const visitor = await cameIn(her.id)
    await typesTooLate(her.id, visitor)
    await signsIn(other.id, visitor)
    assert.notInclude((await visitor.get('/moi/coordonnees')).text, ADDRESS)
  })
})
