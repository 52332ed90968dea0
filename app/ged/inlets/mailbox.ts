import { Readable } from 'node:stream'
import type { ImapFlow } from 'imapflow'
import { DocumentTooLarge } from '#lib/documents/errors'
import { megabytes } from '#lib/documents/sizes'
import { MailboxAbsent, MailboxLogin, MailboxSilent } from '../errors.js'
import { mendedName } from '../rules/names.js'
import { DONE_FOLDER, type InletSource, type Waiting } from './waiting.js'
import type Inlet from './inlet.js'
import { addressOf, isAllowedHost } from './mail_host.js'
import { mailboxOf } from './mailbox_address.js'
import { opened } from './secrets.js'

/** As the mailbox of the ministry: it is held whole in memory. */
const LARGEST_MAIL = 40_000_000
/** Octets of one visit: whoever floods the mailbox does not fill the base at once. */
const MOST_BYTES_IN_A_VISIT = 100_000_000

/**
 * A mailbox by IMAP: what is taken is moved, and nothing is ever deleted.
 * @throws E_GED_MAIL_HOST, E_GED_MAILBOX_SILENT, E_GED_MAILBOX_LOGIN, E_GED_MAILBOX_ABSENT
 */
export async function openMailbox(
  inlet: Pick<Inlet, 'source' | 'login' | 'password'>
): Promise<InletSource> {
  const { box } = mailboxOf(inlet.source)
  const client = await connected(inlet)
  const opening = await client.mailboxOpen(box).catch(() => null)
  if (!opening) {
    await client.logout().catch(() => undefined)
    throw new MailboxAbsent(box)
  }
  return {
    waiting: () => mailsOf(client, String(opening.uidValidity)),
    count: async () => opening.exists,
    close: () => client.logout().catch(() => undefined),
  }
}

async function connected({
  source,
  login,
  password,
}: Pick<Inlet, 'source' | 'login' | 'password'>) {
  const server = mailboxOf(source)
  const host = await addressOf(server)
  // Loaded here: a process that serves pages rarely needs it
  const { ImapFlow: Client } = await import('imapflow')
  const secure = server.port === 993
  const client = new Client({
    ...{ host, port: server.port, servername: server.host, secure, logger: false as const },
    // A password never travels in clear, unless the operator vouches for the way
    doSTARTTLS: secure || isAllowedHost(server) ? false : true,
    auth: { user: login!, pass: opened(password!) },
    ...{ connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 },
  })
  // A connection that is cut while nothing is asked would end the process; what is asked then fails
  client.on('error', () => undefined)
  await client.connect().catch((error) => {
    client.close()
    if (error.authenticationFailed) throw new MailboxLogin()
    throw new MailboxSilent(error.code ?? error.message)
  })
  return client
}

async function* mailsOf(client: ImapFlow, validity: string): AsyncGenerator<Waiting> {
  const found = await client.search({ deleted: false }, { uid: true })
  if (!found) throw new MailboxSilent('la recherche des courriels échoue')
  let bytes = 0
  // Those that were refused stay there for ever: they are passed, and count for none of the visit
  for (const uid of found.toSorted((one, other) => one - other)) {
    if (bytes >= MOST_BYTES_IN_A_VISIT) return
    const mail = await client.fetchOne(String(uid), { envelope: true, size: true }, { uid: true })
    if (!mail) continue
    const name = mendedName(`${mail.envelope?.subject?.trim().slice(0, 150) || 'Message'}.eml`)
    yield {
      key: `${validity}.${uid}`,
      name,
      async fetch() {
        if (mail.size! > LARGEST_MAIL) throw new DocumentTooLarge(name, megabytes(LARGEST_MAIL))
        const raw = await sourceOf(client, uid)
        bytes += raw.length
        return fileOf(name, raw)
      },
      settle: () => moveAway(client, uid),
    }
  }
}

async function sourceOf(client: ImapFlow, uid: number): Promise<Buffer> {
  const mail = await client.fetchOne(String(uid), { source: true }, { uid: true })
  if (!mail || !mail.source) throw new MailboxSilent(`le courriel ${uid} ne vient pas`)
  return mail.source
}

const fileOf = (name: string, raw: Buffer) => ({
  ...{ name, size: raw.length, open: () => Readable.from([raw]) },
  done: async () => undefined,
})

async function moveAway(client: ImapFlow, uid: number): Promise<void> {
  // Where it stands already, the server says so and nothing changes
  const { path } = await client.mailboxCreate([DONE_FOLDER])
  const moved = await client.messageMove(String(uid), path, { uid: true })
  if (!moved) throw new MailboxSilent(`le courriel ${uid} ne se déplace pas`)
}
