import type { HttpContext } from '@adonisjs/core/http'
import { cursorOf } from '#web/cursor'
import { connectedMembers, failingAccounts } from '../operator/failing_accounts.js'
import { operatorScreen } from '../screens/operator_screen.js'

const SHOWN = 25
const PAGE = '/exploitation/factures'

/** The operator's page: the accounts that fail, the packs of rules, the rates of the ECB. */
export default class PlatformInvoicingController {
  async index({ request, view }: HttpContext) {
    const found = await failingAccounts(cursorOf(request), SHOWN + 1)
    const accounts = found.slice(0, SHOWN)
    return view.render('invoicing/operator/index', {
      accounts,
      next: found.length > SHOWN ? `${PAGE}?apres=${accounts.at(-1)!.id}` : undefined,
      members: await connectedMembers(),
      ...(await operatorScreen()),
    })
  }
}
