import { test } from '@japa/runner'
import { telephone } from '#config/identities'
import { howToReach } from '#app/outsiders/doors/telephone'
import { runJob } from '#kernel/jobs/runner'
import { systemDb } from '#kernel/system'
import { forgetAttempts, Visitor } from '#tests/identity/visitor'
import { master } from '#tests/helpers/master'
import { untilTheEnd } from '#tests/helpers/simulators'
import { start } from '../../simulators/telephone/index.js'
import { cameIn, PASSWORD, somebody } from './people.js'

const JOB = 'outsiders.say_door_code'
const BORN = '1962-08-24'
const FACTS = { givenNames: ['Angela'], birthName: 'Dubois', birthdate: BORN }

/** A mobile that nobody else has, as one types it and as it is kept. */
function someMobile() {
  const local = String(Math.floor(Math.random() * 1e8)).padStart(8, '0')
  return { typed: `06${local}`, kept: `+336${local}` }
}

test.group('A telephone', (group) => {
  let operator: Awaited<ReturnType<typeof start>>
  group.setup(async () => {
    operator = await start()
    untilTheEnd(() => operator.stop())
  })
  group.each.setup(async () => {
    await forgetAttempts()
    await systemDb().from('kernel.outbox').where('name', JOB).delete()
    operator.said.length = 0
    operator.tell('up')
    const before = telephone.url
    telephone.url = operator.url
    return () => void (telephone.url = before)
  })

  const waiting = () => systemDb().from('kernel.outbox').where('name', JOB).whereNull('done_at')

  /** What was said, once the jobs ran; the code in it. */
  async function listens() {
    for (const { id } of await waiting()) await runJob(id)
    return operator.said.map((said) => ({
      ...said,
      code: said.text.replace(/\D/g, '').slice(0, 6),
    }))
  }

  async function signsUp(phone: string) {
    const visitor = new Visitor()
    await visitor.get('/moi/inscription')
    const form = { given_names: 'Angela', birth_name: 'Dubois', birthdate: '24/08/1962', phone }
    const answer = await visitor.submit('/moi/inscription', form)
    return { visitor, answer, page: (await visitor.get('/moi/code')).text }
  }
  const types = async (visitor: Visitor, code: string) => {
    await visitor.get('/moi/code')
    return visitor.submit('/moi/code', { code })
  }
  /** Somebody whose number was proven at her sign-up, and who chose a password. */
  async function proven(phone = someMobile()) {
    const { visitor } = await signsUp(phone.typed)
    const [{ code }] = await listens()
    await types(visitor, code)
    await visitor.get('/moi/acces')
    await visitor.submit('/moi/acces/mot-de-passe', { password: PASSWORD })
    operator.said.length = 0
    const { id } = JSON.parse((await visitor.get('/moi/identite.json')).text)
    return { visitor, phone, id: id as string }
  }

  test('opens an account by the code that it received, and no other', async ({ assert }) => {
    const { typed, kept } = someMobile()
    const { visitor, answer, page } = await signsUp(typed)
    assert.equal(answer.location, '/moi/code')
    assert.include(page, 'Code reçu par téléphone')
    const [{ to, how, code, text }] = await listens()
    assert.deepEqual([to, how], [kept, 'sms'])
    assert.match(text, /^Halle : \d{3} \d{3} est votre code pour ouvrir votre compte/)
    const wrong = code === '000000' ? '111111' : '000000'
    assert.notEqual((await types(visitor, wrong)).location, '/moi/acces')
    assert.equal((await types(visitor, code)).location, '/moi/acces')
    const { identifiers } = JSON.parse((await visitor.get('/moi/identite.json')).text)
    const phone = identifiers.find(({ kind }: { kind: string }) => kind === 'phone')
    assert.deepEqual([phone.value, phone.proven], [kept, true])
  })

  test('bears five tries: the sixth finds a dead code, though it is the right one', async ({
    assert,
  }) => {
    const { visitor } = await signsUp(someMobile().typed)
    const [{ code }] = await listens()
    const wrong = code === '000000' ? '111111' : '000000'
    for (let tries = 0; tries < 5; tries++) await types(visitor, wrong)
    assert.notEqual((await types(visitor, code)).location, '/moi/acces')
  })

  test('that is known answers like one that is not, on the screen; who holds it is told', async ({
    assert,
  }) => {
    const { phone, id } = await proven()
    const [again, never] = [await signsUp(phone.typed), await signsUp(someMobile().typed)]
    const main = (page: string) => {
      const [text] = /<main[\s\S]*<\/main>/.exec(page)!
      return text.replace(/0[\d\s]+convient|value=(['"]).*?\1/g, '')
    }
    assert.equal(again.answer.location, never.answer.location)
    assert.equal(main(again.page), main(never.page))
    const said = await listens()
    const { text, code } = said.find(({ to }) => to === phone.kept)!
    assert.include(text, 'ce numéro quitte alors celui qu’il ouvre déjà')
    // It was given to somebody else since: what she had stays hers, and her number opens it no more
    assert.equal((await types(again.visitor, code)).location, '/moi/acces')
    const living = await master()
      .from('kernel.person_identifiers')
      .where({ kind: 'phone', value: phone.kept })
      .whereNull('ended_at')
    assert.lengthOf(living, 1)
    assert.notEqual(living[0].person_id, id)
    assert.include(
      (await (await cameIn(id)).get('/moi/identite')).text,
      'répond à quelqu’un d’autre'
    )
  })

  test('names her at the door, where a password from a new device wants its code too', async ({
    assert,
  }) => {
    const { phone } = await proven()
    const visitor = new Visitor()
    await visitor.get('/moi/connexion')
    const form = { login: phone.typed, password: PASSWORD }
    assert.equal((await visitor.submit('/moi/connexion', form)).location, '/moi/code')
    assert.include((await visitor.get('/moi/code')).text, `qui finit par ${phone.kept.slice(-2)}`)
    const [{ code }] = await listens()
    assert.equal((await types(visitor, code)).location, '/moi')
  })

  test('gives a lost access back with her birth date, and says nothing without it', async ({
    assert,
  }) => {
    const { phone } = await proven()
    const asks = async (birthdate: string) => {
      const visitor = new Visitor()
      await visitor.get('/moi/acces-perdu')
      const form = { phone: phone.typed, birthdate }
      const { location } = await visitor.submit('/moi/acces-perdu/telephone', form)
      return { visitor, location }
    }
    assert.equal((await asks('24/08/1963')).location, '/moi/code')
    assert.lengthOf(await listens(), 0)
    const { visitor } = await asks('24/08/1962')
    const [{ code }] = await listens()
    assert.equal((await types(visitor, code)).location, '/moi/acces')
  })

  test('that rings for a whole house is called, and gives no access back', async ({ assert }) => {
    const local = String(Math.floor(Math.random() * 1e8)).padStart(8, '0')
    const { visitor } = await signsUp(`02${local}`)
    const [{ how, code, text }] = await listens()
    assert.equal(how, 'call')
    assert.include(text, `${[...code].join(', ')}. Je répète`)
    assert.equal((await types(visitor, code)).location, '/moi/acces')
    operator.said.length = 0
    const lost = new Visitor()
    await lost.get('/moi/acces-perdu')
    await lost.submit('/moi/acces-perdu/telephone', {
      phone: `02${local}`,
      birthdate: '24/08/1962',
    })
    assert.lengthOf(await listens(), 0)
  })

  test('typed among her ways to be reached is confirmed by its code', async ({ assert }) => {
    const { id } = await somebody(FACTS)
    const visitor = await cameIn(id)
    const { typed, kept } = someMobile()
    await visitor.get('/moi/coordonnees')
    const answer = await visitor.submit('/moi/coordonnees', { phone: typed })
    assert.equal(answer.location, '/moi/code')
    const [{ code }] = await listens()
    assert.equal((await types(visitor, code)).location, '/moi/coordonnees')
    const { contactPoints } = JSON.parse((await visitor.get('/moi/identite.json')).text)
    assert.deepInclude(contactPoints[0], { kind: 'phone', value: kept, proof: 'code' })
    await visitor.get('/moi/coordonnees')
    const same = await visitor.submit('/moi/coordonnees', { phone: typed })
    assert.equal(same.location, '/moi/coordonnees')
  })

  test('whose operator is down is tried again, and the code that comes late opens', async ({
    assert,
  }) => {
    const { visitor } = await signsUp(someMobile().typed)
    operator.tell('down')
    assert.lengthOf(await listens(), 0)
    assert.lengthOf(await waiting(), 1)
    operator.tell('up')
    const [{ code }] = await listens()
    assert.equal((await types(visitor, code)).location, '/moi/acces')
  })

  test('is not asked for more codes than five an hour', async ({ assert }) => {
    const { typed } = someMobile()
    let last = ''
    for (let times = 0; times < 12; times++) last = (await signsUp(typed)).answer.location ?? ''
    assert.notEqual(last, '/moi/code')
  })

  test('opens nothing here while no operator is set: the account opens on paper', async ({
    assert,
  }) => {
    telephone.url = undefined
    const { answer } = await signsUp(someMobile().typed)
    assert.equal(answer.status, 200)
    assert.match(answer.text, /[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}/)
    assert.lengthOf(await waiting(), 0)
  })

  test('takes a text when one person carries it, overseas and in New Caledonia too', ({
    assert,
  }) => {
    const mobiles = ['+33612345678', '+33712345678', '+262692123456', '+262639123456']
    mobiles.push('+590690123456', '+594694123456', '+596696123456', '+687751234')
    for (const number of mobiles) assert.equal(howToReach(number), 'sms', number)
    for (const number of [
      '+33299000000',
      '+33912345678',
      '+262262123456',
      '+687251234',
      '+4930123456',
    ])
      assert.equal(howToReach(number), 'call', number)
  })
})
