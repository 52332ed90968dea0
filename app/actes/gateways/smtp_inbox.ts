import type { AddressInfo } from 'node:net'
import type { SMTPServer, SMTPServerDataStream } from 'smtp-server'
import type { Inbox, KeepMail } from './inbox.js'

export interface SmtpInboxOptions {
  port: number
  host?: string
  /** Anything else is refused: this is no relay. */
  addresses: string[]
  maxBytes?: number
  onListening?: (port: number) => void
}

const LARGEST_MAIL = 40_000_000
// Each may be sending us a mail of the largest size
const MOST_CLIENTS = 20
const RETRY_MS = 5_000

/** Our own SMTP listener. A mail is in the database before its sender reads "250 OK". */
export function smtpInbox(options: SmtpInboxOptions): Inbox {
  return {
    async start(keep) {
      // Loaded by who listens: a process that serves pages never needs it
      const library = await import('smtp-server')
      let server: SMTPServer | null = null
      let retry: NodeJS.Timeout | undefined
      const listen = () =>
        new Promise<void>((resolve, reject) => {
          const candidate = createServer(library, options, keep)
          candidate.on('error', (error: NodeJS.ErrnoException) => {
            // Another worker of this machine listens: be ready to take its place
            if (error.code === 'EADDRINUSE') {
              retry = setTimeout(() => void listen(), RETRY_MS)
              resolve()
            } else if (candidate !== server) reject(error)
          })
          candidate.listen(options.port, options.host ?? '127.0.0.1', () => {
            server = candidate
            options.onListening?.((candidate.server.address() as AddressInfo).port)
            resolve()
          })
        })
      await listen()
      return async () => {
        clearTimeout(retry)
        const listening = server
        if (listening) await new Promise<void>((closed) => listening.close(() => closed()))
      }
    },
  }
}

function createServer(
  { SMTPServer: Server }: typeof import('smtp-server'),
  options: SmtpInboxOptions,
  keep: KeepMail
): SMTPServer {
  const known = new Set(options.addresses.map((address) => address.toLowerCase()))
  return new Server({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: options.maxBytes ?? LARGEST_MAIL,
    disableReverseLookup: true,
    maxClients: MOST_CLIENTS,
    onRcptTo({ address }, _session, done) {
      if (known.has(address.toLowerCase())) return done()
      done(smtpError(550, 'No such mailbox here'))
    },
    onData(stream, session, done) {
      const { mailFrom } = session.envelope
      const from = mailFrom ? mailFrom.address.toLowerCase() : undefined
      receive(stream)
        .then((raw) => keep(raw, from))
        .then(
          () => done(),
          (error: Error) =>
            done('responseCode' in error ? error : smtpError(451, 'Try again later'))
        )
    },
  })
}

async function receive(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = []
  // The server says that the size is exceeded, but goes on reading: nothing more is kept
  for await (const chunk of stream) if (!stream.sizeExceeded) chunks.push(chunk as Buffer)
  if (stream.sizeExceeded) throw smtpError(552, 'Message too large')
  return Buffer.concat(chunks)
}

const smtpError = (responseCode: number, message: string) =>
  Object.assign(new Error(message), { responseCode })
