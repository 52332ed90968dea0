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
      if (skipped.size === 0) return
      console.log(`\nNon vérifié sur cette machine (${skipped.size}) :`)
      for (const reason of skipped) console.log(`  - ${reason}`)
    },
  ],
}

const WITHOUT_SERVER = ['pure', 'architecture']

/** Seconds that each suite may take on two quiet cores: said beside what it took, never asserted. */
const BUDGETS: Record<string, number> = {
  pure: 90,
  kernel: 180,
  rooms: 300,
  architecture: 45,
  isolation: 90,
  journeys: 60,
  browser: 480,
}

export const configureSuite: Config['configureSuite'] = (suite) => {
  suite.setup(() => {
    const began = Date.now()
    return () => {
      const seconds = Math.round((Date.now() - began) / 1000)
      console.log(
        `\n${suite.name} : ${seconds} s, pour un budget de ${BUDGETS[suite.name] ?? '—'} s`
      )
    }
  })
  if (!WITHOUT_SERVER.includes(suite.name)) return suite.setup(() => testUtils.httpServer().start())
}
