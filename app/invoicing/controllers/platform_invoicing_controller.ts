import type { HttpContext } from '@adonisjs/core/http'
import { pageOf } from '#lib/page_of'
import { cursorOf, pageAfter } from '#web/cursor'
import { connectedMembers, failingAccounts } from '../operator/failing_accounts.js'
import { operatorScreen } from '../screens/operator_screen.js'

const SHOWN = 25
const PAGE = '/exploitation/factures'

/** The operator's page: the accounts that fail, the packs of rules, the rates of the ECB. */
export default class PlatformInvoicingController {
  async index({ request, view }: HttpContext) {
    const found = await failingAccounts(cursorOf(request), SHOWN + 1)
    const { shown: accounts, next } = pageOf(found, SHOWN)
    return view.render('invoicing/operator/index', {
      accounts,
      next: pageAfter(next, PAGE),
      members: await connectedMembers(),
      ...(await operatorScreen()),
    })
  }
}
