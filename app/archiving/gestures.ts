import type { Gesture } from '#web/list/index'
import { NotArchivedYet } from './errors.js'
import { auditAgain } from './keeping.js'
import Deposit from './models/deposit.js'
import { retryDeposit } from './retry.js'

/** What the list of deposits offers to do to several at once: what the page of each one offers. */
export const DEPOSIT_GESTURES: Gesture[] = [
  {
    name: 'reprise',
    label: 'Reprendre',
    icon: 'rotate-cw',
    permission: 'archiving.retry',
    confirm:
      'Reprendre les versements choisis ? Ceux qui ne sont ni rejetés ni en échec resteront.',
    done: ['versement repris', 'versements repris'],
    run: async (id, by) => retryDeposit(await Deposit.get(id), by),
  },
  {
    name: 'relecture',
    label: 'Relire les fichiers',
    icon: 'scan-search',
    permission: 'archiving.audit',
    done: ['relecture lancée', 'relectures lancées'],
    async run(id, by) {
      const deposit = await Deposit.get(id)
      if (deposit.state !== 'accepted') throw new NotArchivedYet()
      await auditAgain(deposit, by)
    },
  },
]
