import './node_version.js'
import 'reflect-metadata'
import { Ignitor } from '@adonisjs/core'
import type { ApplicationService } from '@adonisjs/core/types'

const APP_ROOT = new URL('../', import.meta.url)

const IMPORTER = (filePath: string) => {
  if (filePath.startsWith('./') || filePath.startsWith('../')) {
    return import(new URL(filePath, APP_ROOT).href)
  }
  return import(filePath)
}

/** The application as every entry point starts it: server, worker, console, test. */
export function ignitor() {
  return new Ignitor(APP_ROOT, { importer: IMPORTER }).tap((app) => {
    app.booting(async () => {
      await import('#start/env')
    })
    app.listen('SIGTERM', () => app.terminate())
    app.listenIf(app.managedByPm2, 'SIGINT', () => app.terminate())
  })
}

/**
 * What is told to end before it has started ends at once: it has begun nothing. Adonis would close its
 * pools and go on starting, and jobs would be taken on pools that know nothing of the tenants.
 */
export function endWhileStarting(app: ApplicationService): void {
  app.listen('SIGTERM', () => {
    if (app.isReady) return
    process.removeAllListeners('SIGTERM')
    process.kill(process.pid, 'SIGTERM')
  })
}

/** What serves or works learns whether it is a copy before anything could leave it; a command that ends does not. */
export function holdUntilKnown(app: ApplicationService): void {
  app.starting(async () => {
    const { startRehearsal } = await import('#web/rehearsal/start')
    await startRehearsal()
  })
}
