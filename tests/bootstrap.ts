import { authApiClient } from '@adonisjs/auth/plugins/api_client'
import app from '@adonisjs/core/services/app'
import testUtils from '@adonisjs/core/services/test_utils'
import { sessionApiClient } from '@adonisjs/session/plugins/api_client'
import { shieldApiClient } from '@adonisjs/shield/plugins/api_client'
import { apiClient } from '@japa/api-client'
import { assert } from '@japa/assert'
import { pluginAdonisJS } from '@japa/plugin-adonisjs'
import type { Config } from '@japa/runner/types'
import { realSessions, strongOperators } from '#tests/helpers/sessions'
import { skipped } from '#tests/helpers/shared_data'
import { stopSimulators } from '#tests/helpers/simulators'
import { isDealt, tell, telling } from '#tests/telling'

export { reporters } from '#tests/telling'

/** pg 9 refuses a query while its connection answers another: the run fails at the first one. */
const overlaps: string[] = []
process.on('warning', (warning) => {
  if (/already executing a query/.test(warning.message)) overlaps.push(warning.stack ?? '')
})

export const plugins: Config['plugins'] = [
  assert(),
  pluginAdonisJS(app),
  apiClient(),
  sessionApiClient(app),
  realSessions(app),
  authApiClient(app),
  strongOperators(),
  shieldApiClient(),
  telling,
]

export const runnerHooks: Required<Pick<Config, 'setup' | 'teardown'>> = {
  setup: [],
  teardown: [
    stopSimulators,
    () => {
      if (overlaps.length > 0)
        throw new Error(`Two queries at once on one connection:\n${overlaps.join('\n')}`)
    },
    () => {
      tell({ skipped: [...skipped] })
      if (isDealt || skipped.size === 0) return
      console.log(`\nNon vérifié sur cette machine (${skipped.size}) :`)
      for (const reason of skipped) console.log(`  - ${reason}`)
    },
  ],
}

const WITHOUT_SERVER = ['pure', 'architecture']

export const configureSuite: Config['configureSuite'] = (suite) => {
  if (!WITHOUT_SERVER.includes(suite.name)) return suite.setup(() => testUtils.httpServer().start())
}
