import { REASON_WORDS, reasonsOf } from '#lib/einvoice/lifecycle'
import { seenIn } from '#web/forms/shared_form'
import type Invoice from '../models/invoice.js'
import { LONGEST_NOTE, repliesFrom, type Reply } from '../rules/replies.js'
import { sharedReply } from '../shared_reply.js'

const WORDS: Record<Reply, { label: string; help: string; group: string }> = {
  suspended: {
    label: 'Suspendre',
    help: 'Le fournisseur complète, et le délai s’arrête jusque-là : une seule fois.',
    group: 'Pour suspendre',
  },
  refused: {
    label: 'Rejeter',
    help: 'Le fournisseur doit en émettre une autre. Un montant contesté se paie pour sa part admise (CCP, R2192-34).',
    group: 'Pour rejeter',
  },
  to_recycle: {
    label: 'Faire réadresser',
    help: 'Elle est pour un autre service : le fournisseur l’adresse de nouveau.',
    group: '',
  },
}

/** The form that answers an invoice which is not paid as it is; null when nothing may be answered. */
export function replyScreen(invoice: Invoice, mayWrite: boolean) {
  const replies = repliesFrom(invoice.state)
  if (!mayWrite || replies.length === 0 || invoice.isInSignature || invoice.trouble) return null
  if (invoice.isPreparatory) return null
  const shared = sharedReply(invoice)
  return {
    form: shared.key,
    seen: seenIn(shared),
    longest: LONGEST_NOTE,
    replies: replies.map((value) => ({ value, ...WORDS[value] })),
    reasons: replies
      .filter((reply) => reasonsOf(reply).length > 0)
      .map((reply) => ({
        label: WORDS[reply].group,
        options: reasonsOf(reply).map((code) => ({ value: code, label: REASON_WORDS[code] })),
      })),
  }
}
