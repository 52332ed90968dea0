import mail from '@adonisjs/mail/services/main'
import { runJob } from '#kernel/jobs/runner'
import { systemDb } from '#kernel/system'

const OURS = `name in ('kernel.mail_invitation', 'kernel.mail_password_link',
  'kernel.tell_password_changed', 'kernel.mail_factor_code', 'kernel.tell_factors_changed')`
const waiting = () =>
  systemDb().from('kernel.outbox').whereRaw(OURS).whereNull('done_at').orderBy('id')

export interface Letter {
  to: string
  subject: string
  text: string
  html: string
  /** The path of the link that it carries. */
  link: string
}

/** Runs the jobs that mail somebody, and returns what they sent. */
export async function sendLetters(): Promise<Letter[]> {
  using fake = mail.fake()
  for (const { id } of await waiting()) await runJob(id)
  return fake.messages.sent().map((message) => {
    const { to, subject, text, html } = message.nodeMailerMessage as any
    const link = new URL(text.match(/https?:\S+/)[0]).pathname
    return { to: JSON.stringify(to), subject, text, html, link }
  })
}

/** Throws away the letters of other tests. */
export const emptyTheBox = () => systemDb().from('kernel.outbox').whereRaw(OURS).delete()

/** What rests in the outbox, as text. */
export const boxAsText = async () => JSON.stringify(await waiting())
