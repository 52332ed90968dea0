import type { HttpContext } from '@adonisjs/core/http'
import { keepTheDoors } from '#web/doorkeeper'
import { MemberSuspended } from './errors.js'
import { askForSecondFactor, lacksSecondFactor } from './factors/required.js'
import { suspensionInWords } from './suspension.js'

keepTheDoors({
  async letsMemberIn(ctx: HttpContext) {
    const { tenant } = ctx
    if (tenant.state !== 'active') throw new MemberSuspended(await suspensionInWords(tenant))
    if (!lacksSecondFactor(ctx)) return true
    askForSecondFactor(ctx, tenant.name)
    return false
  },

  wouldLetIn: (who) => who.tenant.state === 'active' && !lacksSecondFactor(who),

  // The console opens every member: a password alone never opens it, whatever the settings say.
  async letsOperatorIn(ctx: HttpContext) {
    if (ctx.session.get('strong') === true) return true
    askForSecondFactor(ctx, 'La console d’exploitation')
    return false
  },
})
