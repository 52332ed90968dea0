import { ignitor } from '../../bin/ignitor.js'
import { environmentFor } from './database.js'

/** Boots the application in this process on a database of the bench; returns its end. */
export async function boot(database: string): Promise<() => Promise<void>> {
  Object.assign(process.env, environmentFor(database))
  const app = ignitor().createApp('web')
  await app.init()
  await app.boot()
  await app.start(() => undefined)
  return () => app.terminate()
}
