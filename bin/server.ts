import './node_version.js'
import { letYoungMemoryGrow } from './young_memory.js'
import { prettyPrintError } from '@adonisjs/core'
import cluster from 'node:cluster'
import env from '#start/env'
import { endWhileStarting, holdUntilKnown, ignitor } from './ignitor.js'
import { superviseWebProcesses } from './web_processes.js'

/** How many share the address of this one: a processor that waits for nothing serves no page. */
const processes = env.get('WEB_PROCESSES', 1)

if (processes > 1 && cluster.isPrimary) {
  superviseWebProcesses(processes)
} else {
  ignitor()
    .tap(endWhileStarting)
    .tap(holdUntilKnown)
    // The line to the parent would keep a process alive that has nothing left to do.
    .tap((app) => app.terminating(() => void cluster.worker?.disconnect()))
    .httpServer()
    .start()
    .then(letYoungMemoryGrow)
    .catch((error) => {
      process.exitCode = 1
      prettyPrintError(error)
    })
}
