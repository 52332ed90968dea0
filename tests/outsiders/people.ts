import hash from '@adonisjs/core/services/hash'
import mail from '@adonisjs/mail/services/main'
import { runJob } from '#kernel/jobs/runner'
import { systemDb } from '#kernel/system'
import { writePaper, type Paper } from '#app/outsiders/doors/paper_code'
import { openAccount, type NewAccount } from '#app/outsiders/people/open_account'
import Person from '#app/outsiders/people/person'
import { behind } from '#app/outsiders/wall/wall'
import { uuidv7 } from '#lib/values'
import { Visitor } from '#tests/identity/visitor'

export const PASSWORD = 'les tilleuls de la place'

/** An address that nobody else has. */
export const someEmail = (who = 'habitante') => `${who}.${uuidv7().slice(-12)}@exemple.fr`

/** Somebody outside, with a password; her address is proven when one is given. */
export async function somebody(
  facts: NewAccount['facts'] = { givenNames: ['Angela'], birthName: 'Dubois' },
  { email, phone }: { email?: string; phone?: string } = {}
): Promise<Person> {
  const account = { facts, source: 'self', provenEmail: email, phone }
  const person = await openAccount(account, { kind: 'self' })
  await behind({ person: person.id }, async () => {
    const her = await Person.hold(person.id)
    await her.merge({ password: await hash.make(PASSWORD) }).save()
  })
  return person
}

/** Her code on paper. */
export const paperOf = (personId: string): Promise<Paper> =>
  behind({ person: personId }, () => writePaper(personId, { kind: 'self' }))

/** Somebody who came in by her paper, with a browser. */
export async function cameIn(personId: string): Promise<Visitor> {
  const { account, code } = await paperOf(personId)
  const visitor = new Visitor()
  await visitor.get('/moi/connexion')
  await visitor.submit('/moi/connexion', { login: account, password: code })
  return visitor
}

const OURS = ['outsiders.mail_door_code', 'outsiders.mail_attachment']
const waiting = () =>
  systemDb().from('kernel.outbox').whereIn('name', OURS).whereNull('done_at').orderBy('id')

/** Throws away the letters of other tests. */
export const emptyTheBox = () => systemDb().from('kernel.outbox').whereIn('name', OURS).delete()

/** What rests in the outbox, as text. */
export const boxAsText = async () => JSON.stringify(await waiting())

/** Runs the jobs that write to somebody, and returns what they sent. */
export async function readLetters() {
  using fake = mail.fake()
  for (const { id } of await waiting()) await runJob(id)
  return fake.messages.sent().map((message) => {
    const { to, subject, text } = message.nodeMailerMessage as any
    const code: string = /^([A-Z0-9]{4}-[A-Z0-9]{4})$/m.exec(text)?.[1] ?? ''
    const path: string = /https?:\/\/[^/\s]+(\/\S+)/.exec(text)?.[1] ?? ''
    return { to: JSON.stringify(to), subject: String(subject), text: String(text), code, path }
  })
}
