import logger from '@adonisjs/core/services/logger'
import { actesConfig } from '#config/actes'
import { imapInbox } from './imap_inbox.js'
import type { Inbox } from './inbox.js'
import { mailboxTrouble, marksInBase } from './mailbox_marks.js'
import { smtpInbox } from './smtp_inbox.js'

/** The inbox that the settings choose: our own SMTP listener, or a mailbox fetched by IMAP. */
export function inbox(): Inbox {
  const { driver, smtpPort, returnAddress, imapUrl } = actesConfig.inbox
  if (driver === 'smtp') return smtpInbox({ port: smtpPort, addresses: [returnAddress] })
  if (!imapUrl) throw new Error('ACTES_INBOX_DRIVER is imap, but IMAP_URL is not set')
  const failed = (error: unknown) => logger.error({ err: error }, 'the mailbox cannot be noted')
  return imapInbox({
    url: imapUrl,
    marks: marksInBase,
    onError(error) {
      logger.error({ err: error }, 'the mailbox cannot be read')
      mailboxTrouble.note(error.message).catch(failed)
    },
    onVisited: () => void mailboxTrouble.clear().catch(failed),
  })
}
