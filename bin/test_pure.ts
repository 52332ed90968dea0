/** The specs of the libraries alone: no application is started, no server, no database. */
import 'reflect-metadata'
import { assert } from '@japa/assert'
import { configure, processCLIArgs, run } from '@japa/runner'
import { skipped } from '#tests/helpers/shared_data'
import { stopSimulators } from '#tests/helpers/simulators'
import { inOrder } from '#tests/order'
import { reporters, tell, telling } from '#tests/telling'

processCLIArgs(process.argv.splice(2))
configure({
  suites: inOrder([{ name: 'pure', files: ['tests/lib/**/*.spec.ts'], timeout: 240_000 }]),
  plugins: [assert(), telling],
  reporters,
  teardown: [stopSimulators, () => tell({ skipped: [...skipped] })],
  forceExit: true,
})
await run()
