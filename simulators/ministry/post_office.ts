import { createTransport, type Transporter } from 'nodemailer'
import type { Journal, PlannedMail } from './journal.js'
import type { MinistryState } from './state.js'

const RETRY_MS = 1000

/** Sends the answers by SMTP when they are due, and keeps each one until a server has accepted it. */
export class PostOffice {
  private readonly transport: Transporter
  private timers = new Map<string, NodeJS.Timeout>()
  private sending: Promise<void> = Promise.resolve()
  private stopped = false

  constructor(
    smtpUrl: string,
    private readonly journal: Journal,
    state: MinistryState
  ) {
    const { hostname, port } = new URL(smtpUrl)
    this.transport = createTransport({
      host: hostname,
      port: Number(port),
      secure: false,
      ignoreTLS: true,
      connectionTimeout: 5000,
    })
    for (const mail of state.unsentMails()) this.schedule(mail)
  }

  schedule(mail: PlannedMail): void {
    this.wait(mail, Math.max(0, mail.dueAt - Date.now()))
  }

  /** What is still owed. */
  get pending(): number {
    return this.timers.size
  }

  stop(): void {
    this.stopped = true
    for (const timer of this.timers.values()) clearTimeout(timer)
    this.timers.clear()
    this.transport.close()
  }

  private wait(mail: PlannedMail, delay: number): void {
    if (this.stopped) return
    this.timers.set(
      mail.id,
      setTimeout(() => this.sendInTurn(mail), delay)
    )
  }

  /** One after the other: a server that is slow with one mail does not let the next one pass it. */
  private sendInTurn(mail: PlannedMail): void {
    this.sending = this.sending.then(() => this.send(mail))
  }

  private async send(mail: PlannedMail): Promise<void> {
    if (this.stopped) return
    try {
      await this.transport.sendMail({
        messageId: `<${mail.id}@ministere.simulateur.example>`,
        from: 'ne-pas-repondre@ministere.simulateur.example',
        to: mail.to,
        subject: mail.subject,
        html: mail.html,
        attachments: mail.attachments.map(({ name, base64 }) => ({
          filename: name,
          content: Buffer.from(base64, 'base64'),
          contentType: name.endsWith('.pdf') ? 'application/pdf' : 'application/xml',
        })),
      })
    } catch {
      // The platform may be restarting: an answer is never given up
      return this.wait(mail, RETRY_MS)
    }
    this.timers.delete(mail.id)
    if (!this.stopped) {
      this.journal.append({ kind: 'mailed', id: mail.id, at: new Date().toISOString() })
    }
  }
}
